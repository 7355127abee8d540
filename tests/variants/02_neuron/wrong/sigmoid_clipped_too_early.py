"""z is limited to ±10 to avoid the overflow.

caught by: test_sigmoid_survives_extreme_values
says: limited to a range that is too narrow
"""

def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))
