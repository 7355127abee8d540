"""Softmax on hidden layers as well.

caught by: test_forward_by_hand
says: softmax was applied to the hidden layer
"""

def forward(x, layers):
    for W, b, activation in layers:
        x = softmax(dense(x, W, b, activation))
    return x
