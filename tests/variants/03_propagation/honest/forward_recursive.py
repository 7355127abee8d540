"""The first layer, then the rest of the network."""

def forward(x, layers):
    if len(layers) == 0:
        return x
    first, *rest = layers
    return forward(dense(x, *first), rest)
