"""Loops and lists instead of NumPy."""

def best_epoch(history):
    losses = history["val_loss"]
    return losses.index(min(losses)) + 1


def overfitting_begins(history):
    val_loss = averages(history["val_loss"])
    loss = averages(history["loss"])
    place = val_loss.index(min(val_loss))
    if val_loss[-1] / val_loss[place] - 1 <= 0.1:
        return None
    if loss[-1] >= loss[place]:
        return None
    return best_epoch(history) + 1


def averages(values):
    return [sum(values[i : i + 5]) / 5 for i in range(len(values) - 4)]


def diagnose(history):
    if overfitting_begins(history):
        return "overfitting"
    val_loss = averages(history["val_loss"])
    if (val_loss[-6] - val_loss[-1]) / val_loss[-6] > 0.1:
        return "underfitting"
    if averages(history["accuracy"])[-1] < 0.9:
        return "underfitting"
    return "good fit"
