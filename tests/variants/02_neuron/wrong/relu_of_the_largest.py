"""np.max finds one number for the whole array.

caught by: test_relu_by_hand
says: finds the largest number of a whole array
"""

def relu(z):
    return max(0.0, np.max(z))
