"""Only the output layer is looked at.

caught by: test_active_neurons_by_hand
says: one list for each layer
"""

def active_neurons(x, layers, threshold=0.0):
    return np.flatnonzero(forward(x, layers) > threshold)
