"""Loops in plain Python instead of vector code."""

def weighted_sum(x, w, b):
    if x.ndim == 1:
        total = b
        for i in range(len(x)):
            total += w[i] * x[i]
        return total
    sums = []
    for row in x:
        sums.append(weighted_sum(row, w, b))
    return sums
