"""Compared with 0 whatever the threshold.

caught by: test_active_neurons_uses_the_threshold
says: the threshold that is given
"""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append(np.flatnonzero(x > min(threshold, 0.0 if activation == "relu" else threshold)))
    return found
