"""The best epoch itself is given.

caught by: test_overfitting_of_the_printed_history
says: that is the best epoch itself
"""

def overfitting_begins(history):
    val_loss, loss = smooth(history["val_loss"]), smooth(history["loss"])
    lowest = np.argmin(val_loss)
    rises = val_loss[-1] > 1.1 * val_loss[lowest]
    return best_epoch(history) if rises and loss[-1] < loss[lowest] else None
