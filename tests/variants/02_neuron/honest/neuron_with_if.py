"""The activation chosen with if, without the table."""

def neuron(x, w, b, activation):
    z = weighted_sum(x, w, b)
    if activation == "relu":
        return relu(z)
    elif activation == "sigmoid":
        return sigmoid(z)
    raise ValueError(f"unknown activation {activation!r}")
