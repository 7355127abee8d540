"""The last epoch is taken for the best.

caught by: test_best_epoch_of_the_printed_history
says: always looks best
"""

def best_epoch(history):
    return len(history["val_loss"])
