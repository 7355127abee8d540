"""np.eye, np.bincount, argmax with a negative axis: no loops at all."""

import numpy as np



def one_hot(labels, classes=10):
    return np.eye(classes, dtype="int64")[labels]


def accuracy(truth, predicted):
    return np.count_nonzero(truth == predicted) / truth.size


def confusion_matrix(truth, predicted, classes=10):
    cells = np.bincount(classes * truth + predicted, minlength=classes**2)
    return cells.reshape(classes, classes)
