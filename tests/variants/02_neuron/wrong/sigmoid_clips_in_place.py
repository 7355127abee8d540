"""The overflow is avoided by cutting off the numbers in the given array.

caught by: test_sigmoid_leaves_its_input_alone
says: whoever called it has lost their data
"""

def sigmoid(z):
    if np.ndim(z) > 0:
        z[z < -500] = -500
    return 1 / (1 + np.exp(-np.asarray(z)))
