"""Softmax by logarithm, as exp(score - logsumexp); np.dot and einsum."""

import numpy as np



def classify(hidden, W, b):
    scores = np.einsum("...j,jk->...k", hidden, W) + b
    top = scores.max(axis=-1, keepdims=True)
    return np.exp(scores - top - np.log(np.exp(scores - top).sum(axis=-1, keepdims=True)))
