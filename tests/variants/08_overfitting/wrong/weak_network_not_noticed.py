"""Only the falling curve is noticed, not the network that is too small.

caught by: test_underfitting_is_diagnosed
says: bad even on its own training data
"""

def diagnose(history):
    if overfitting_begins(history) is not None:
        return "overfitting"
    val_loss = smooth(history["val_loss"])
    return "underfitting" if val_loss[-1] < 0.9 * val_loss[-6] else "good fit"
