"""True and False for each neuron instead of their numbers.

caught by: test_active_neurons_by_hand
says: truth values came
"""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append(x > threshold)
    return found
