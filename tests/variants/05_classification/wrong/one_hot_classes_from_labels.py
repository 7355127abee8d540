"""Number of classes taken from the largest label.

caught by: test_one_hot_keeps_classes_that_do_not_occur
says: their number was taken from the labels
"""

import numpy as np



def one_hot(labels, classes=10):
    return np.eye(np.max(labels) + 1)[labels]
