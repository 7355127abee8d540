"""NumPy numbers and arrays as answers."""

def best_epoch(history):
    return np.argmin(np.array(history["val_loss"])) + np.int64(1)


def read_curve(history):
    gap = np.subtract(history["accuracy"], history["val_accuracy"])[-1]
    return dict(
        best_epoch=best_epoch(history),
        overfitting_begins=overfitting_begins(history),
        diagnosis=diagnose(history),
        accuracy_gap=gap,
        epochs=len(history["loss"]),
    )
