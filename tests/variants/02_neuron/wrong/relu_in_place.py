"""Negative numbers are overwritten in the array that was given.

caught by: test_relu_leaves_its_input_alone
says: Build a new array instead
"""

def relu(z):
    if np.ndim(z) == 0:
        return max(0.0, z)
    z[z < 0] = 0.0
    return z
