"""The numbers are turned into integers on the way.

caught by: test_relu_of_any_values
says: the decimals are gone
"""

def relu(z):
    if np.ndim(z) == 0:
        return max(0.0, z)
    return np.maximum(0, np.asarray(z).astype(int))
