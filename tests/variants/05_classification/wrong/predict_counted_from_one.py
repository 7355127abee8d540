"""Classes counted from 1.

caught by: test_strongest_neuron_is_the_class
says: counted from 1
"""

import numpy as np



def predict_class(activations):
    return np.argmax(activations, axis=-1) + 1
