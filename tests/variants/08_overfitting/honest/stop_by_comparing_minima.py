"""Early stopping by comparing minima, without counting."""

def stop_epoch(history: dict, patience: int) -> int:
    losses = np.array(history["val_loss"])
    for epoch in range(patience + 1, len(losses) + 1):
        if losses[epoch - patience : epoch].min() >= losses[: epoch - patience].min():
            return epoch
    return len(losses)
