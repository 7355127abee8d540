"""Early stopping watches the training loss: it never stops.

caught by: test_stop_epoch_of_the_printed_history
says: Is it the training loss
"""

def stop_epoch(history, patience):
    lowest, waited = float("inf"), 0
    for epoch, loss in enumerate(history["loss"], start=1):
        lowest, waited = (loss, 0) if loss <= lowest else (lowest, waited + 1)
        if waited == patience:
            return epoch
    return len(history["loss"])
