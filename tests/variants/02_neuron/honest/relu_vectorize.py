"""A function for one number, made into one for arrays."""

def relu_of_one(number):
    if number > 0:
        return float(number)
    return 0.0


def relu(z):
    return np.vectorize(relu_of_one)(z)
