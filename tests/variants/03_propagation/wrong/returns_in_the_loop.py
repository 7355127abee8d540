"""The return stands in the loop, so only the first layer is run.

caught by: test_forward_by_hand
says: that is what the first layer gives out
"""

def forward(x, layers):
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        return x
