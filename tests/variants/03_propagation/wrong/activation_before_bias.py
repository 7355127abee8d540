"""The bias is added after the activation function.

caught by: test_dense_by_hand
says: the activation came before the bias
"""

def dense(x, W, b, activation):
    return ACTIVATIONS[activation](x @ W) + b
