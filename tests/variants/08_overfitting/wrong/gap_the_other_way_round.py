"""Validation minus training.

caught by: test_reading_of_the_printed_history
says: not the other way round
"""

def read_curve(history):
    return {
        "best_epoch": best_epoch(history),
        "overfitting_begins": overfitting_begins(history),
        "diagnosis": diagnose(history),
        "accuracy_gap": history["val_accuracy"][-1] - history["accuracy"][-1],
    }
