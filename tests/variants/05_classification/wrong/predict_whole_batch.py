"""argmax without an axis: the place in the whole batch.

caught by: test_batch_has_one_class_for_each_row
says: the place in the whole batch
"""

import numpy as np



def predict_class(activations):
    return np.argmax(activations)
