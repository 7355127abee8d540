"""The confusion matrix as a product of one-hot tables; where for argmax."""

import numpy as np



def confusion_matrix(truth, predicted, classes=10):
    return one_hot(truth, classes).T @ one_hot(predicted, classes)


def predict_class(activations):
    top = activations == activations.max(axis=-1, keepdims=True)
    return (top.cumsum(axis=-1) == 0).sum(axis=-1)
