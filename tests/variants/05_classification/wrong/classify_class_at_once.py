"""Returns the class instead of the activations.

caught by: test_classify_by_hand
says: task of predict_class
"""

import numpy as np



def classify(hidden, W, b):
    return np.argmax(softmax(hidden @ W + b), axis=-1)
