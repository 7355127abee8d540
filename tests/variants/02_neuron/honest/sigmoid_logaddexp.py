"""The sigmoid by way of logarithms."""

def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z)))
