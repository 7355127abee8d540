"""A Python loop over the columns of a batch, as if each column were an input.

caught by: test_weighted_sum_of_a_batch
says: the columns were summed
"""

def weighted_sum(x, w, b):
    if x.ndim == 1:
        return float(np.sum(x * w)) + b
    return np.array([np.sum(x[:, j] * w) + b for j in range(x.shape[1])])
