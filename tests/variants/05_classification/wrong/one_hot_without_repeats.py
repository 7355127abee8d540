"""Every label only once.

caught by: test_one_hot_keeps_order_and_repeats
says: get a row each time
"""

import numpy as np



def one_hot(labels, classes=10):
    return np.eye(classes)[np.unique(labels)]
