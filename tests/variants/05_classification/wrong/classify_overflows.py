"""Own softmax that does not subtract the largest score.

caught by: test_classify_survives_large_scores
says: too large for the computer
"""

import numpy as np



def classify(hidden, W, b):
    powers = np.exp(hidden @ W + b)
    return powers / powers.sum(axis=-1, keepdims=True)
