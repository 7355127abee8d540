"""The counter as in Keras' own callback."""

def stop_epoch(history, patience):
    best = np.inf
    wait = 0
    for index, current in enumerate(history["val_loss"]):
        wait += 1
        if current < best:
            best = current
            wait = 0
            continue
        if wait >= patience and index > 0:
            return index + 1
    return index + 1
