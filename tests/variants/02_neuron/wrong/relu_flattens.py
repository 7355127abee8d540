"""A loop over all numbers loses the shape of a batch.

caught by: test_relu_keeps_the_shape
says: should have the same shape
"""

def relu(z):
    if np.ndim(z) == 0:
        return max(0.0, z)
    return np.array([max(0.0, number) for number in z.ravel()])
