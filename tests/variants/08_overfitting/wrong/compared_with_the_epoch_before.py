"""Each epoch is compared with the one before.

caught by: test_stop_epoch_of_the_printed_history
says: compared with the one before
"""

def stop_epoch(history, patience):
    lowest, waited = float("inf"), 0
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            lowest, waited = loss, 0
        else:
            lowest, waited = loss, waited + 1
        if waited == patience:
            return epoch
    return len(history["val_loss"])
