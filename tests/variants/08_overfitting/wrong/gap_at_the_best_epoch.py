"""The gap at the best epoch instead of the last.

caught by: test_reading_of_the_printed_history
says: taken at the last epoch
"""

def read_curve(history):
    return {
        "best_epoch": best_epoch(history),
        "overfitting_begins": overfitting_begins(history),
        "diagnosis": diagnose(history),
        "accuracy_gap": history["accuracy"][best_epoch(history) - 1] - history["val_accuracy"][best_epoch(history) - 1],
    }
