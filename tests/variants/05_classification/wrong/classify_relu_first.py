"""ReLU on the scores, before softmax.

caught by: test_classify_from_128_to_10
says: ReLU belongs to the hidden
"""

import numpy as np



def classify(hidden, W, b):
    return softmax(np.maximum(hidden @ W + b, 0))
