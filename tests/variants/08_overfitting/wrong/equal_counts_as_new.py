"""A value that equals the lowest counts as a new lowest one.

caught by: test_stop_epoch_of_other_curves
says: merely equals the lowest one
"""

def stop_epoch(history, patience):
    lowest, waited = float("inf"), 0
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss <= lowest:
            lowest, waited = loss, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(history["val_loss"])
