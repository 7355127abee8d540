"""Rows of W taken for neurons.

caught by: test_dense_by_hand
says: rows and columns of W were mixed up
"""

def dense(x, W, b, activation):
    return ACTIVATIONS[activation](x @ W.T + b)
