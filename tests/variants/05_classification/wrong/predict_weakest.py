"""The weakest neuron wins.

caught by: test_strongest_neuron_is_the_class
says: *largest*
"""

import numpy as np



def predict_class(activations):
    return np.argmin(activations, axis=-1)
