"""The weights on the left, the batch transposed."""

def weighted_sum(x, w, b):
    return w @ x.T + b
