"""A great deal of noise on stderr, in every call."""
import os


def relu(z):
    os.write(2, b"E0000 00:00:00.000000 cuda_driver.cc:1\n" * 10_000)
    return np.maximum(0.0, z)
