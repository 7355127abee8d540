"""Rows and columns swapped.

caught by: test_confusion_matrix_by_hand
says: rows and columns swapped
"""

import numpy as np



def confusion_matrix(truth, predicted, classes=10):
    matrix = np.zeros((classes, classes), dtype=int)
    for t, p in zip(truth, predicted):
        matrix[p, t] += 1
    return matrix
