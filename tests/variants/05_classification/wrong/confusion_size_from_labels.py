"""Size taken from the largest class that occurs.

caught by: test_confusion_matrix_keeps_classes_that_do_not_occur
says: not what occurs
"""

import numpy as np



def confusion_matrix(truth, predicted, classes=10):
    size = max(truth.max(), predicted.max()) + 1
    matrix = np.zeros((size, size), dtype=int)
    np.add.at(matrix, (truth, predicted), 1)
    return matrix
