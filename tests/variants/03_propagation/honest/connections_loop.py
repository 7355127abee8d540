"""A loop that remembers the layer before."""

def count_connections(sizes):
    total = 0
    before = sizes[0]
    for size in sizes[1:]:
        total += before * size
        before = size
    return total
