"""Comprehensions and Python integers, one row at a time."""

import numpy as np



def predict_class(activations: np.ndarray) -> int | list[int]:
    if np.ndim(activations) == 2:
        return [predict_class(row) for row in activations]
    return list(activations).index(max(activations))


def accuracy(truth, predicted) -> float:
    return sum(int(t == p) for t, p in zip(truth, predicted)) / len(predicted)


def confusion_matrix(truth, predicted, classes=10):
    return np.array(
        [[np.sum((truth == t) & (predicted == p)) for p in range(classes)] for t in range(classes)]
    )
