"""A loop over all numbers loses the shape of a batch.

caught by: test_sigmoid_keeps_the_shape
says: should have the same shape
"""

def sigmoid(z):
    if np.ndim(z) == 0:
        return 1 / (1 + np.exp(-z))
    return np.array([1 / (1 + np.exp(-number)) for number in z.ravel()])
