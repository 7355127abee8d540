"""The sigmoid by way of tanh."""

def sigmoid(z):
    return (np.tanh(np.asarray(z) / 2) + 1) / 2
