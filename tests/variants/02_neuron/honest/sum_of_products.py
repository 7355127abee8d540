"""np.sum along the last axis."""

def weighted_sum(x, w, b):
    return np.sum(np.multiply(x, w), axis=-1) + b
