"""Each row divided by its sum.

caught by: test_confusion_matrix_by_hand
says: It should hold counts
"""

import numpy as np



def confusion_matrix(truth, predicted, classes=10):
    matrix = np.zeros((classes, classes))
    np.add.at(matrix, (truth, predicted), 1)
    return matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
