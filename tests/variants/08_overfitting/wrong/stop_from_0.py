"""The epoch of the stop is counted from 0.

caught by: test_stop_epoch_of_the_printed_history
says: each is one too small
"""

def stop_epoch(history, patience):
    lowest, waited = float("inf"), 0
    for epoch, loss in enumerate(history["val_loss"], start=0):
        if loss < lowest:
            lowest, waited = loss, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(history["val_loss"])
