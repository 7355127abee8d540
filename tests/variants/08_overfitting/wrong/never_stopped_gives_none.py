"""Nothing is returned where the training is not stopped early.

caught by: test_stop_epoch_of_other_curves
says: it ends with the last epoch
"""

def stop_epoch(history, patience):
    lowest, waited = float("inf"), 0
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            lowest, waited = loss, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return None
