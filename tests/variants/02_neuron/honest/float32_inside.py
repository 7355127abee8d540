"""Everything computed in float32."""

def weighted_sum(x, w, b):
    return np.asarray(x, dtype=np.float32) @ np.asarray(w, dtype=np.float32) + np.float32(b)


def sigmoid(z):
    z = np.asarray(z, dtype=np.float32)
    return 1 / (1 + np.exp(-z))
