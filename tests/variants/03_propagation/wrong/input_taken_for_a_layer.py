"""The input gets an entry too.

caught by: test_active_neurons_by_hand
says: The input is not a layer
"""

def active_neurons(x, layers, threshold=0.0):
    found = [np.flatnonzero(x > threshold)]
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append(np.flatnonzero(x > threshold))
    return found
