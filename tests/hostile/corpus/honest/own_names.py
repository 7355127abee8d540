"""Uses names of its own, and some of Python's, for variables."""
list = [1, 2]
print = None
input = "input"


def relu(_):
    max, min = np.maximum, 0.0
    return max(min, _)
