"""Only the last layer gets its activation function.

caught by: test_forward_by_hand
says: the activation of the hidden layer was skipped
"""

def forward(x, layers):
    for W, b, _ in layers[:-1]:
        x = dense(x, W, b, "linear")
    W, b, activation = layers[-1]
    return dense(x, W, b, activation)
