"""A neuron whose activation equals the threshold counts as active.

caught by: test_active_neurons_by_hand
says: which is not greater than the threshold 0
"""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append(np.flatnonzero(x >= threshold))
    return found
