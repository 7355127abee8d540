"""The inputs are added up as they are.

caught by: test_weighted_sum_by_hand
says: The weights have not been used
"""

def weighted_sum(x, w, b):
    return np.sum(x, axis=-1) + b
