"""Softmax by way of the logarithm of the sum."""

def log_sum_exp(z):
    top = z.max(axis=-1, keepdims=True)
    return top + np.log(np.sum(np.exp(z - top), axis=-1, keepdims=True))


def softmax(z):
    return np.exp(z - log_sum_exp(z))
