"""Weights only: the biases are forgotten.

caught by: test_small_layer_by_hand
says: without the 2 biases
"""

def dense_parameters(n_in, n_out):
    return n_in * n_out
