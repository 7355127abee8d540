"""One bias for the whole layer.

caught by: test_small_layer_by_hand
says: one bias for the whole layer
"""

def dense_parameters(n_in, n_out):
    return n_in * n_out + 1
