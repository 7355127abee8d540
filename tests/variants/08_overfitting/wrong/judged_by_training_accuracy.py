"""Judged by the training accuracy.

caught by: test_best_epoch_of_the_printed_history
says: judged by the training data
"""

def best_epoch(history):
    return int(np.argmax(history["accuracy"])) + 1
