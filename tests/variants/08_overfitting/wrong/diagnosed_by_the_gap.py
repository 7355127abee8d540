"""Overfitting only where the gap between the accuracies is large.

caught by: test_overfitting_is_diagnosed
says: not the accuracies or the gap
"""

def diagnose(history):
    gap = history["accuracy"][-1] - history["val_accuracy"][-1]
    if overfitting_begins(history) is not None and gap > 0.02:
        return "overfitting"
    val_loss, accuracy = smooth(history["val_loss"]), smooth(history["accuracy"])
    return "underfitting" if val_loss[-1] < 0.9 * val_loss[-6] or accuracy[-1] < 0.9 else "good fit"
