"""Einstein's notation."""

def dense(x, W, b, activation):
    return ACTIVATIONS[activation](np.einsum("...i,ij->...j", x, W) + b)
