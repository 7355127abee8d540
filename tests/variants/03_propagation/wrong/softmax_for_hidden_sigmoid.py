"""Softmax on a hidden layer that should use another squeezing function.

caught by: test_forward_uses_the_activation_of_each_layer
says: but softmax was applied there
"""

def forward(x, layers):
    for i, (W, b, activation) in enumerate(layers):
        if i < len(layers) - 1 and activation == "sigmoid":
            activation = "softmax"
        x = dense(x, W, b, activation)
    return x
