"""Softmax instead of the hidden layer's own activation function.

caught by: test_forward_by_hand
says: so only shares were passed on
"""

def forward(x, layers):
    for W, b, _ in layers[:-1]:
        x = dense(x, W, b, "softmax")
    return dense(x, *layers[-1])
