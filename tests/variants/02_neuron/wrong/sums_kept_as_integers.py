"""The results are collected in an array of integers, which drops the decimals.

caught by: test_weighted_sum_keeps_decimals
says: the decimals are gone
"""

def weighted_sum(x, w, b):
    if x.ndim == 1:
        return x @ w + b
    sums = np.zeros(len(x), dtype=int)
    for i, row in enumerate(x):
        sums[i] = row @ w + b
    return sums
