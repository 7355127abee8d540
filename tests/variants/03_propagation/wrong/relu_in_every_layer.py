"""The last layer gets ReLU too.

caught by: test_forward_by_hand
says: ReLU was applied in the last layer too
"""

def forward(x, layers):
    for W, b, _ in layers:
        x = dense(x, W, b, "relu")
    return x
