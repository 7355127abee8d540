"""A neuron counts as active if its weights and bias add up to more than the threshold.

caught by: test_activity_changes_with_the_input
says: not on the weights alone
"""

def active_neurons(x, layers, threshold=0.0):
    return [np.flatnonzero(W.sum(axis=0) + b > threshold) for W, b, _ in layers]
