"""np.minimum instead of np.maximum.

caught by: test_relu_by_hand
says: the other way round
"""

def relu(z):
    return np.minimum(0.0, z)
