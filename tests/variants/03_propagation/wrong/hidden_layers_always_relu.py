"""ReLU for hidden layers, whatever their triples say.

caught by: test_forward_uses_the_activation_of_each_layer
says: but relu was applied there
"""

def forward(x, layers):
    for i, (W, b, activation) in enumerate(layers):
        x = dense(x, W, b, "relu" if i < len(layers) - 1 else activation)
    return x
