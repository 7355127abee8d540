"""relu gives back an array of 200 MB.

says: can't be checked
"""


def relu(z):
    return np.zeros(200_000_000, np.uint8)
