"""Every layer is given the input x.

caught by: test_forward_by_hand
says: the second layer was given the input x again
"""

def forward(x, layers):
    for W, b, activation in layers:
        result = dense(x, W, b, activation)
    return result
