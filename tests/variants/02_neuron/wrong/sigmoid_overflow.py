"""The form e^z / (1 + e^z), which is inf / inf for large z.

caught by: test_sigmoid_survives_extreme_values
says: infinity divided by infinity is nan
"""

def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))
