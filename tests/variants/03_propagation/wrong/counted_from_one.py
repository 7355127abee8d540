"""The first neuron is called 1.

caught by: test_active_neurons_by_hand
says: counted from 1
"""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append(np.flatnonzero(x > threshold) + 1)
    return found
