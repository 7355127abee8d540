"""The weighted sums are compared with the threshold, not the activations.

caught by: test_active_neurons_judges_the_activation
says: not the weighted sums
"""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        z = x @ W + b
        found.append(np.flatnonzero(z > threshold))
        x = ACTIVATIONS[activation](z)
    return found
