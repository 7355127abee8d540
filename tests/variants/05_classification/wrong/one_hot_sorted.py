"""Labels sorted before they are encoded: rows no longer fit their images.

caught by: test_one_hot_keeps_order_and_repeats
says: put the labels in order first
"""

import numpy as np



def one_hot(labels, classes=10):
    return np.eye(classes)[np.sort(labels)]
