"""A bias for each input instead of each neuron.

caught by: test_small_layer_by_hand
says: Biases belong to the neurons
"""

def dense_parameters(n_in, n_out):
    return n_in * n_out + n_in
