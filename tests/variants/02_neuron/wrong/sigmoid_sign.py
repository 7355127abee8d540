"""The sign in the exponent is missing.

caught by: test_sigmoid_by_hand
says: the sign in the exponent is the wrong way round
"""

def sigmoid(z):
    return 0.5 * (1 - np.tanh(np.asarray(z) / 2))
