"""A list of truth values, and bool for a single output."""

def is_active(output, threshold=0.0):
    if np.ndim(output) == 0:
        return bool(output > threshold)
    return [is_active(part, threshold) for part in output]
