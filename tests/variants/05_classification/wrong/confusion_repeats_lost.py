"""`matrix[truth, predicted] += 1`: pairs that repeat count once.

caught by: test_confusion_matrix_by_hand
says: adds only once to a cell
"""

import numpy as np



def confusion_matrix(truth, predicted, classes=10):
    matrix = np.zeros((classes, classes), dtype=int)
    matrix[truth, predicted] += 1
    return matrix
