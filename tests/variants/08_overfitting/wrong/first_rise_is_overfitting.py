"""Noise taken for overfitting: the first rise counts.

caught by: test_overfitting_of_the_printed_history
says: that is a wobble
"""

def overfitting_begins(history):
    losses = history["val_loss"]
    for i in range(1, len(losses)):
        if losses[i] > losses[i - 1]:
            return i + 1
    return None
