"""The neurons counted, not the connections.

caught by: test_small_layer_by_hand
says: Count the lines in the picture again
"""

def dense_parameters(n_in, n_out):
    return n_in + n_out
