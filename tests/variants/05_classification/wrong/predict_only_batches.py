"""axis=1: one input on its own stops with an error.

caught by: test_strongest_neuron_is_the_class
says: axis 1 is out of bounds
"""

import numpy as np



def predict_class(activations):
    return np.argmax(activations, axis=1)
