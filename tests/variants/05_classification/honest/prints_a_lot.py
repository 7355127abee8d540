"""Prints on the way, and own names for parameters."""

import numpy as np



def predict_class(a):
    print("shape", a.shape)
    winner = a.argmax(-1)
    print("winner", winner)
    return winner


def classify(h, weights, bias):
    z = np.matmul(h, weights) + bias
    print(z)
    return softmax(z)
