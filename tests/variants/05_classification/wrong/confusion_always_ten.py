"""Ten classes, whatever `classes` says.

caught by: test_confusion_matrix_by_hand
says: should have shape (3, 3)
"""

import numpy as np



def confusion_matrix(truth, predicted, classes=10):
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (truth, predicted), 1)
    return matrix
