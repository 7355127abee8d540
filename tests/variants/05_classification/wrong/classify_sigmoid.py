"""Sigmoid of each score instead of softmax.

caught by: test_classify_by_hand
says: sigmoid of each score on its own
"""

import numpy as np



def classify(hidden, W, b):
    return 1 / (1 + np.exp(-(hidden @ W + b)))
