"""The gap in per cent.

caught by: test_reading_of_the_printed_history
says: in per cent
"""

def read_curve(history):
    return {
        "best_epoch": best_epoch(history),
        "overfitting_begins": overfitting_begins(history),
        "diagnosis": diagnose(history),
        "accuracy_gap": 100 * (history["accuracy"][-1] - history["val_accuracy"][-1]),
    }
