"""np.squeeze takes a batch of one row for a single input.

caught by: test_batch_of_one_row_stays_a_batch
says: the bare number 3
"""

import numpy as np



def predict_class(activations):
    return np.argmax(np.squeeze(activations), axis=-1)
