"""relu gives back NaN for everything."""


def relu(z):
    return np.full(np.shape(z), np.nan)
