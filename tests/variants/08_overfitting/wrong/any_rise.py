"""Any rise of the smoothed curve counts, not only a clear one.

caught by: test_no_overfitting_no_epoch
says: only by wobbling
"""

def overfitting_begins(history):
    val_loss, loss = smooth(history["val_loss"]), smooth(history["loss"])
    lowest = np.argmin(val_loss)
    return best_epoch(history) + 1 if val_loss[-1] > val_loss[lowest] else None
