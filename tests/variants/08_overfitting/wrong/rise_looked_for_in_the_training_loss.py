"""The rise is looked for in the training loss.

caught by: test_overfitting_of_the_printed_history
says: gave None for the printed history
"""

def overfitting_begins(history):
    loss = smooth(history["loss"])
    return best_epoch(history) + 1 if loss[-1] > 1.1 * loss.min() else None
