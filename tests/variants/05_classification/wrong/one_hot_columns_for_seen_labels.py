"""A column only for labels that occur.

caught by: test_one_hot_of_0_1_and_9
says: whichever labels occur
"""

import numpy as np



def one_hot(labels, classes=10):
    return (labels[:, None] == np.unique(labels)).astype(float)
