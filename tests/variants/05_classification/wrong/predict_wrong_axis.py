"""argmax down the columns.

caught by: test_batch_has_one_class_for_each_row
says: the search ran down the columns
"""

import numpy as np



def predict_class(activations):
    return np.argmax(activations, axis=0)
