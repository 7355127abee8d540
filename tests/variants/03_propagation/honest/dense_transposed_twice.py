"""The transposed product, transposed back."""

def dense(x, W, b, activation):
    return ACTIVATIONS[activation]((W.T @ x.T).T + b)
