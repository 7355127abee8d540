"""The bias taken for a factor.

caught by: test_weighted_sum_by_hand
says: but -8 came
"""

def weighted_sum(x, w, b):
    return x @ w * b
