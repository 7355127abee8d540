"""Counts the mistakes alone; the diagonal stays 0.

caught by: test_confusion_matrix_by_hand
says: Take the pairs one by one
"""

import numpy as np



def confusion_matrix(truth, predicted, classes=10):
    matrix = np.zeros((classes, classes), dtype=int)
    for t, p in zip(truth, predicted):
        if t != p:
            matrix[t, p] += 1
    return matrix
