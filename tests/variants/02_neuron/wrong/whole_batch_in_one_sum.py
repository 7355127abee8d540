"""np.sum without an axis throws all rows of a batch together.

caught by: test_weighted_sum_of_a_batch
says: into a single sum
"""

def weighted_sum(x, w, b):
    return np.sum(x * w) + b
