"""relu answers rightly only in its first call, and wrongly from then on."""
_calls = []


def relu(z):
    _calls.append(1)
    return np.maximum(0.0, z) if len(_calls) < 2 else z
