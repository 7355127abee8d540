"""Features point by point."""

def one_feature(x1, x2, name):
    if name in ("x1", "x2"):
        return x1 if name == "x1" else x2
    if name.endswith("^2"):
        return (x1 if name.startswith("x1") else x2) ** 2
    return x1 * x2 if name == "x1*x2" else float(np.sin(x1 if "x1" in name else x2))


def features(points, names):
    return np.array([[one_feature(x1, x2, name) for name in names] for x1, x2 in points])
