"""ReLU taken for the absolute value.

caught by: test_relu_by_hand
says: which is the absolute value
"""

def relu(z):
    return np.abs(z)
