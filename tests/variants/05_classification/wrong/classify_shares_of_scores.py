"""Scores divided by their sum: e to the power of them forgotten.

caught by: test_classify_by_hand
says: divided by their sum
"""

import numpy as np



def classify(hidden, W, b):
    scores = hidden @ W + b
    return scores / np.sum(scores, axis=-1, keepdims=True)
