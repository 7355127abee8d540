"""1 and 0 instead of True and False."""

def is_active(output, threshold=0.0):
    return np.where(np.asarray(output) > threshold, 1, 0)
