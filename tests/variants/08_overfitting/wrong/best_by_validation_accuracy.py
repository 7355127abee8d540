"""The epoch of the highest validation accuracy.

caught by: test_best_epoch_of_the_printed_history
says: has the highest validation accuracy
"""

def best_epoch(history):
    return int(np.argmax(history["val_accuracy"])) + 1
