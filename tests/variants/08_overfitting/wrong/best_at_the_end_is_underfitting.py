"""The lowest value near the end is taken for a falling curve.

caught by: test_good_fit_is_diagnosed
says: that is a good fit
"""

def diagnose(history):
    if overfitting_begins(history) is not None:
        return "overfitting"
    near_the_end = best_epoch(history) >= len(history["val_loss"]) - 1
    return "underfitting" if near_the_end or history["accuracy"][-1] < 0.9 else "good fit"
