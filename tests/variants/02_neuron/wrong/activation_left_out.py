"""The weighted sum is given out as it is.

caught by: test_neuron_by_hand
says: the activation was left out
"""

def neuron(x, w, b, activation):
    return weighted_sum(x, w, b)
