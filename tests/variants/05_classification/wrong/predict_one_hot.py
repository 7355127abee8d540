"""Ten zeros and ones instead of one class.

caught by: test_strongest_neuron_is_the_class
says: 10 numbers came
"""

import numpy as np



def predict_class(activations):
    return np.round(activations)
