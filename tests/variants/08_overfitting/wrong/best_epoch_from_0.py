"""The best epoch is counted from 0.

caught by: test_best_epoch_of_the_printed_history
says: counted from 0
"""

def best_epoch(history):
    return int(np.argmin(history["val_loss"]))
