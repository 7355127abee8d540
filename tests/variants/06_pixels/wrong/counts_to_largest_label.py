"""np.bincount stops at the largest label.

caught by: test_class_counts_of_absent_digits
says: stopped at the largest label
"""

import numpy as np



def class_counts(labels):
    return np.bincount(labels)
