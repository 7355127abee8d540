"""Parameters counted instead of connections.

caught by: test_connections_by_hand
says: biases were counted too
"""

def count_connections(sizes):
    return sum(a * b + b for a, b in zip(sizes, sizes[1:]))
