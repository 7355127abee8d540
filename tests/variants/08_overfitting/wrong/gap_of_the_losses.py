"""The gap between the losses.

caught by: test_reading_of_the_printed_history
says: from accuracy and val_accuracy
"""

def read_curve(history):
    return {
        "best_epoch": best_epoch(history),
        "overfitting_begins": overfitting_begins(history),
        "diagnosis": diagnose(history),
        "accuracy_gap": history["val_loss"][-1] - history["loss"][-1],
    }
