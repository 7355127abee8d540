"""Labels counted from 1: every 1 stands a place too far to the left.

caught by: test_one_hot_of_0_1_and_9
says: one place too far to the left
"""

import numpy as np



def one_hot(labels, classes=10):
    rows = np.zeros((len(labels), classes))
    rows[np.arange(len(labels)), labels - 1] = 1
    return rows
