"""The powers of e without their sum.

caught by: test_softmax_by_hand
says: divided by their sum
"""

def softmax(z):
    return np.exp(z)
