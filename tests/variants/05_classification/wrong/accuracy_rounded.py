"""Rounded to two places.

caught by: test_accuracy_is_not_rounded
says: rounded. Near 1
"""

import numpy as np



def accuracy(truth, predicted):
    return round(float(np.mean(truth == predicted)), 2)
