"""Multiplied, but not added up.

caught by: test_weighted_sum_by_hand
says: The products still have to be added up
"""

def weighted_sum(x, w, b):
    return x * w + b
