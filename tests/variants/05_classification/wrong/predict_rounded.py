"""Activations rounded to 0 and 1 first.

caught by: test_strongest_may_be_below_a_half
says: not whether it is large
"""

import numpy as np



def predict_class(activations):
    return np.argmax(np.round(activations), axis=-1)
