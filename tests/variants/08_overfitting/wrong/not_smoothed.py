"""Noise taken for overfitting: the last value is compared without smoothing.

caught by: test_no_overfitting_no_epoch
says: only by wobbling
"""

def overfitting_begins(history):
    val_loss, loss = history["val_loss"], history["loss"]
    rises = val_loss[-1] > 1.1 * min(val_loss)
    return best_epoch(history) + 1 if rises and loss[-1] < loss[0] else None
