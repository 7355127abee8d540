"""An active neuron passes on 1, whatever its activation.

caught by: test_active_neurons_in_a_deep_network
says: not just 1 for an active neuron
"""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        active = dense(x, W, b, activation) > threshold
        found.append(np.flatnonzero(active))
        x = active.astype(float)
    return found
