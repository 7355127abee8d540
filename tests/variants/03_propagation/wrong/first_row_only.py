"""A batch is cut down to its first input.

caught by: test_dense_of_a_batch
says: one row of 3 activations for each input
"""

def dense(x, W, b, activation):
    row = np.atleast_2d(x)[0]
    return ACTIVATIONS[activation](row @ W + b)
