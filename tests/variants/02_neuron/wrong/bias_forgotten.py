"""The bias is never added.

caught by: test_weighted_sum_by_hand
says: without the bias 4
"""

def weighted_sum(x, w, b):
    return x @ w
