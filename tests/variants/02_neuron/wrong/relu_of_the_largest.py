"""np.max finds one number for the whole array.

caught by: test_relu_by_hand
says: should be three numbers, one for each
"""

def relu(z):
    return max(0.0, np.max(z))
