"""Counts in uint8 begin again after 255.

caught by: test_confusion_matrix_counts_thousands
says: too small
"""

import numpy as np



def confusion_matrix(truth, predicted, classes=10):
    matrix = np.zeros((classes, classes), dtype=np.uint8)
    np.add.at(matrix, (truth, predicted), 1)
    return matrix
