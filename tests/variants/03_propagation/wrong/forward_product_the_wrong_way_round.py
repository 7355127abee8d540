"""forward multiplies by itself, W.T on the left, which mixes up the rows of a batch.

caught by: test_forward_of_a_batch
says: Each row of x is one input
"""

def forward(x, layers):
    for W, b, activation in layers:
        x = ACTIVATIONS[activation](W.T @ x + b)
    return x
