"""From the last layer to the first.

caught by: test_forward_by_hand
says: the layers were run backwards
"""

def forward(x, layers):
    for W, b, activation in reversed(layers):
        x = dense(x, W, b, activation)
    return x
