"""np.add.at for the counting, float32 zeros and ones."""

import numpy as np



def one_hot(labels, classes=10):
    rows = np.zeros((len(labels), classes), dtype=np.float32)
    np.put_along_axis(rows, labels[:, np.newaxis], 1, axis=1)
    return rows


def confusion_matrix(truth, predicted, classes=10):
    matrix = np.zeros((classes, classes), dtype=np.float64)
    np.add.at(matrix, (truth, predicted), 1)
    return matrix
