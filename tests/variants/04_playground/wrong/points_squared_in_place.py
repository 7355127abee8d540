"""The squares are written into the points.

caught by: test_features_leave_the_points_alone
says: wrote into the array points
"""

def features(points, names):
    x1, x2 = points[:, 0].copy(), points[:, 1].copy()
    points **= 2
    table = {
        "x1": x1,
        "x2": x2,
        "x1^2": points[:, 0],
        "x2^2": points[:, 1],
        "x1*x2": x1 * x2,
        "sin(x1)": np.sin(x1),
        "sin(x2)": np.sin(x2),
    }
    return np.column_stack([table[name] for name in names])
