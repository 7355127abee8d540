"""Labels compared with np.arange: booleans instead of numbers."""

import numpy as np



def one_hot(labels, classes=10):
    return labels.reshape(-1, 1) == np.arange(classes)
