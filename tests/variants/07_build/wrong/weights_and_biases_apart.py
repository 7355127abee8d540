"""Both numbers given back, not their total.

caught by: test_small_layer_by_hand
says: Return the total
"""

def dense_parameters(n_in, n_out):
    return n_in * n_out, n_out
