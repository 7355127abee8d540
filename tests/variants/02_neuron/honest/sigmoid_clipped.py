"""z limited to ±500, where e to its power still fits."""

def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))
