"""`rows[:, labels] = 1` fills whole columns.

caught by: test_one_hot_of_0_1_and_9
says: every row has three ones
"""

import numpy as np



def one_hot(labels, classes=10):
    rows = np.zeros((len(labels), classes))
    rows[:, labels] = 1
    return rows
