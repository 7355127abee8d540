"""NumPy numbers, and counts computed by one's own function."""

def dense_parameters(n_in: int, n_out: int) -> np.int64:
    return np.int64((n_in + 1) * n_out)


HIDDEN_PARAMETERS = dense_parameters(28 * 28, 64)
OUTPUT_PARAMETERS = np.float64(650)
TOTAL_PARAMETERS = HIDDEN_PARAMETERS + OUTPUT_PARAMETERS
