"""The second condition is left out.

caught by: test_no_overfitting_no_epoch
says: the training loss rises too
"""

def overfitting_begins(history):
    val_loss = smooth(history["val_loss"])
    return best_epoch(history) + 1 if val_loss[-1] > 1.1 * val_loss.min() else None
