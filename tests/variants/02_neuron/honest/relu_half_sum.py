"""ReLU as half the sum of z and its absolute value."""

def relu(z):
    return (np.abs(z) + z) / 2
