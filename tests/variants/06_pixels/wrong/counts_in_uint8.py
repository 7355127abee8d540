"""Counted in uint8: they begin again after 255.

caught by: test_class_counts_of_thousands
says: too small for counts
"""

import numpy as np



def class_counts(labels):
    counts = np.zeros(10, dtype=np.uint8)
    np.add.at(counts, labels, 1)
    return counts
