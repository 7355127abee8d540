"""math.exp for each number: it raises an error where NumPy only warns.

caught by: test_sigmoid_survives_extreme_values
says: OverflowError
"""

import math


def sigmoid(z):
    if np.ndim(z) == 0:
        return 1 / (1 + math.exp(-z))
    return np.array([sigmoid(part) for part in z])
