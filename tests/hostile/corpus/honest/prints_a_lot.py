"""Prints a line in every call, and a lot when it is loaded."""
print("I am still here\n" * 20_000)


def relu(z):
    print("relu of", z)
    return np.maximum(0.0, z)
