"""The name of the activation function is not looked at, except for the output.

caught by: test_dense_uses_the_named_activation
says: gave the values of ReLU
"""

def dense(x, W, b, activation):
    z = x @ W + b
    return softmax(z) if activation == "softmax" else relu(z)


def forward(x, layers):
    for W, b, activation in layers:
        x = ACTIVATIONS[activation](x @ W + b)
    return x


def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = ACTIVATIONS[activation](x @ W + b)
        found.append(np.flatnonzero(x > threshold))
    return found
