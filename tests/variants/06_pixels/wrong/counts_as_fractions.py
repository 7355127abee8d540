"""Fractions instead of counts.

caught by: test_class_counts_by_hand
says: fractions that add up to 1
"""

import numpy as np



def class_counts(labels):
    return np.bincount(labels, minlength=10) / len(labels)
