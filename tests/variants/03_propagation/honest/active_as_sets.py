"""Sets of numbers, which have no order."""

def active_neurons(x, layers, threshold=0.0):
    found = []
    for W, b, activation in layers:
        x = dense(x, W, b, activation)
        found.append({j for j, value in enumerate(x) if value > threshold})
    return found
