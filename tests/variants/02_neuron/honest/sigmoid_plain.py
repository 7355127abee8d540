"""The plain formula, which warns of an overflow but gives right values."""

def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z)))
