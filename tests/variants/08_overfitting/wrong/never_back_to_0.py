"""All epochs without a new lowest value are counted together.

caught by: test_stop_epoch_of_the_printed_history
says: counted together
"""

def stop_epoch(history, patience):
    lowest, waited = float("inf"), 0
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            lowest = loss
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(history["val_loss"])
