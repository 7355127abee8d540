"""A search that begins with 0 as the best so far.

caught by: test_strongest_among_negative_scores
says: finds nothing among negative numbers
"""

import numpy as np



def predict_class(activations):
    if activations.ndim == 2:
        return np.array([predict_class(row) for row in activations])
    best, largest = 0, 0
    for place, value in enumerate(activations):
        if value > largest:
            best, largest = place, value
    return best
