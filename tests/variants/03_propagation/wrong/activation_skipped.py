"""The weighted sums are given out as they are.

caught by: test_dense_by_hand
says: The activation was skipped
"""

def dense(x, W, b, activation):
    return x @ W + b
