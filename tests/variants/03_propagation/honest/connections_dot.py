"""The sizes as two shifted arrays."""

def count_connections(sizes):
    return np.dot(sizes[:-1], sizes[1:])
