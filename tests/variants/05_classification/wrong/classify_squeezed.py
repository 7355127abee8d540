"""np.squeeze takes a batch of one row for a single input.

caught by: test_classify_a_batch_row_by_row
says: A batch stays a batch
"""

import numpy as np


def classify(hidden, W, b):
    return np.squeeze(softmax(hidden @ W + b))
