"""ReLU for each number, part by part, with Python lists as the result."""

def relu(z):
    if isinstance(z, (int, float)) or z.ndim == 0:
        return z if z > 0 else 0.0
    return [relu(part) for part in z]
