"""The falling is judged by single values.

caught by: test_good_fit_is_diagnosed
says: that is a good fit
"""

def diagnose(history):
    if overfitting_begins(history) is not None:
        return "overfitting"
    val_loss = history["val_loss"]
    falling = val_loss[-1] < 0.9 * val_loss[-6]
    return "underfitting" if falling or history["accuracy"][-1] < 0.9 else "good fit"
