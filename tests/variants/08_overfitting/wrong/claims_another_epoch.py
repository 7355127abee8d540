"""The claim disagrees with one's own function.

caught by: test_reading_of_the_printed_history
says: your own best_epoch says 9
"""

def read_curve(history):
    return {
        "best_epoch": int(np.argmax(history["val_accuracy"])) + 1,
        "overfitting_begins": overfitting_begins(history),
        "diagnosis": diagnose(history),
        "accuracy_gap": history["accuracy"][-1] - history["val_accuracy"][-1],
    }
