"""The 1 in the denominator is forgotten.

caught by: test_sigmoid_by_hand
says: Check at z = 0 first
"""

def sigmoid(z):
    return 1 / np.exp(-np.clip(z, -500, 500))
