"""ReLU taken for a switch that is on or off.

caught by: test_relu_by_hand
says: how large a positive number is
"""

def relu(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
