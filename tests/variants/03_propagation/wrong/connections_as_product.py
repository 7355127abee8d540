"""All sizes multiplied with each other.

caught by: test_connections_by_hand
says: Multiply within each pair of neighbouring layers
"""

def count_connections(sizes):
    return int(np.prod(sizes))
