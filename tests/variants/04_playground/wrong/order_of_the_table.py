"""The columns come in the order of the table, not of the names.

caught by: test_features_come_in_the_order_of_the_names
says: The order is that of the argument names
"""

def features(points, names):
    x1, x2 = points[:, 0], points[:, 1]
    table = {
        "x1": x1,
        "x2": x2,
        "x1^2": x1**2,
        "x2^2": x2**2,
        "x1*x2": x1 * x2,
        "sin(x1)": np.sin(x1),
        "sin(x2)": np.sin(x2),
    }
    return np.column_stack([table[name] for name in table if name in names])
