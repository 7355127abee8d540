"""tanh, another curve of the shape of an S.

caught by: test_sigmoid_by_hand
says: that is tanh
"""

def sigmoid(z):
    return np.tanh(z)
