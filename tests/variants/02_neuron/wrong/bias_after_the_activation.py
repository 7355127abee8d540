"""The bias is added when the activation function has been applied already.

caught by: test_neuron_by_hand
says: The bias belongs to the sum
"""

def neuron(x, w, b, activation):
    return ACTIVATIONS[activation](weighted_sum(x, w, 0.0)) + b
