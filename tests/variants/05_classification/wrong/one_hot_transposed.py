"""A column for each label instead of a row.

caught by: test_one_hot_of_0_1_and_9
says: rows and columns are swapped
"""

import numpy as np



def one_hot(labels, classes=10):
    return np.eye(classes)[:, labels]
