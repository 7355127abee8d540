"""Negative numbers overwritten in a copy."""

def relu(z):
    result = np.array(z, dtype=float)
    result[result < 0] = 0
    return result
