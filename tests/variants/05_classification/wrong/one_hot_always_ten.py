"""Ten classes, whatever `classes` says.

caught by: test_one_hot_with_another_number_of_classes
says: instead of a fixed number
"""

import numpy as np



def one_hot(labels, classes=10):
    return np.eye(10)[labels]
