"""Counts only for digits that occur.

caught by: test_class_counts_by_hand
says: keep their place
"""

import numpy as np



def class_counts(labels):
    return np.unique(labels, return_counts=True)[1]
