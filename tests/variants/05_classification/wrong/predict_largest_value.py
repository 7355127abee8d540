"""The largest activation instead of its place.

caught by: test_strongest_neuron_is_the_class
says: largest activation itself
"""

import numpy as np



def predict_class(activations):
    return np.max(activations, axis=-1)
