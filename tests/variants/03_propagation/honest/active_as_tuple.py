"""A tuple of arrays, found with np.nonzero."""

def active_neurons(x, layers, threshold=0.0):
    found = ()
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found += (np.nonzero(x > threshold)[0],)
    return found
