"""A neuron that computes its sum itself."""

def neuron(x, w, b, activation):
    z = (x * w).sum(axis=-1) + b
    return ACTIVATIONS[activation](z)
