"""The bias added to every product instead of once.

caught by: test_weighted_sum_by_hand
says: added twice, once for each input
"""

def weighted_sum(x, w, b):
    return np.sum(x * w + b, axis=-1)
