"""Warns on stderr, in each of the ways that a library may."""
import sys
import warnings


def relu(z):
    warnings.warn("deprecated since the morning")
    sys.stderr.write("W0000 something about a GPU\n")
    sys.__stderr__.write("and once more\n")
    return np.maximum(0.0, z)
