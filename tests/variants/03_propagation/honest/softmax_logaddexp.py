"""Softmax with np.logaddexp.reduce."""

def softmax(z):
    total = np.logaddexp.reduce(z, axis=-1)
    return np.exp(z - np.expand_dims(total, -1))
