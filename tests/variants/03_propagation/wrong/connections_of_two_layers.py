"""Written for exactly two layers.

caught by: test_connections_of_any_depth
says: only the first three numbers were used
"""

def count_connections(sizes):
    return sizes[0] * sizes[1] + sizes[1] * sizes[2]
