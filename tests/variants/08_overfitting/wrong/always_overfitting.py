"""Every history is said to overfit after its best epoch.

caught by: test_no_overfitting_no_epoch
says: only by wobbling
"""

def overfitting_begins(history):
    return best_epoch(history) + 1
