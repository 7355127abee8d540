"""The activation function is applied to each product.

caught by: test_neuron_by_hand
says: The activation came before the sum
"""

def neuron(x, w, b, activation):
    return np.sum(ACTIVATIONS[activation](x * w), axis=-1) + b
