"""The best epoch so far instead of the one where it stops.

caught by: test_stop_epoch_of_the_printed_history
says: those are the best epochs so far
"""

def stop_epoch(history, patience):
    lowest, waited = float("inf"), 0
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            lowest, waited, best = loss, 0, epoch
        else:
            waited += 1
        if waited == patience:
            return best
    return len(history["val_loss"])
