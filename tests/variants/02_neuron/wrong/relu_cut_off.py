"""ReLU with an upper limit.

caught by: test_relu_of_any_values
says: ReLU has no upper limit
"""

def relu(z):
    return np.clip(z, 0.0, 6.0)
