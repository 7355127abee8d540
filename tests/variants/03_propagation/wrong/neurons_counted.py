"""Neurons counted instead of connections.

caught by: test_connections_by_hand
says: Connections are lines between neurons
"""

def count_connections(sizes):
    return sum(sizes)
