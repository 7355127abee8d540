"""The sine of degrees.

caught by: test_features_by_hand
says: the sine of an angle in degrees
"""

def features(points, names):
    x1, x2 = points[:, 0], points[:, 1]
    table = {
        "x1": x1,
        "x2": x2,
        "x1^2": x1**2,
        "x2^2": x2**2,
        "x1*x2": x1 * x2,
        "sin(x1)": np.sin(np.radians(x1)),
        "sin(x2)": np.sin(np.radians(x2)),
    }
    return np.column_stack([table[name] for name in names])
