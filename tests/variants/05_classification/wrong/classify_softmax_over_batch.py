"""Softmax over the whole batch at once.

caught by: test_classify_a_batch_row_by_row
says: over the whole batch
"""

import numpy as np



def classify(hidden, W, b):
    scores = hidden @ W + b
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
