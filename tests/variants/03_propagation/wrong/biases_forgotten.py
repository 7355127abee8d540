"""A layer without biases.

caught by: test_dense_by_hand
says: the biases −1 and 1 are missing
"""

def dense(x, W, b, activation):
    return ACTIVATIONS[activation](x @ W)
