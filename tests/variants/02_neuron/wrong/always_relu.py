"""The name of the activation function is not looked at.

caught by: test_neuron_uses_the_named_activation
says: which is ReLU
"""

def neuron(x, w, b, activation):
    return relu(weighted_sum(x, w, b))
