"""The activations of the active neurons instead of their numbers.

caught by: test_active_neurons_by_hand
says: but their activations came
"""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append(x[x > threshold])
    return found
