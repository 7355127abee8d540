"""A place in the smoothed list is taken for an epoch.

caught by: test_overfitting_of_the_printed_history
says: a place in the smoothed list
"""

def overfitting_begins(history):
    val_loss, loss = smooth(history["val_loss"]), smooth(history["loss"])
    lowest = np.argmin(val_loss)
    rises = val_loss[-1] > 1.1 * val_loss[lowest]
    return int(lowest) + 2 if rises and loss[-1] < loss[lowest] else None
