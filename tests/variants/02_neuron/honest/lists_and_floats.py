"""Python lists and floats as answers."""

def weighted_sum(x, w, b):
    return (x @ w + b).tolist()


def relu(z):
    return np.maximum(0.0, z).tolist()


def sigmoid(z):
    return (0.5 * (1 + np.tanh(0.5 * np.asarray(z)))).tolist()
