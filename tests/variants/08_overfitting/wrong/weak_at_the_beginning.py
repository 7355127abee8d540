"""The accuracy of the first epochs decides, as if a network had to be good at once.

caught by: test_good_fit_is_diagnosed
says: Smoothed, they have fallen and stay level
"""


def diagnose(history):
    if overfitting_begins(history) is not None:
        return "overfitting"
    val_loss, accuracy = smooth(history["val_loss"]), smooth(history["accuracy"])
    still_falling = val_loss[-1] < (1 - CLEAR) * val_loss[-6]
    return "underfitting" if still_falling or accuracy[0] < 0.9 else "good fit"
