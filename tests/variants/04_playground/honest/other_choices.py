"""Other good choices."""

CIRCLE_FEATURES = ("x2^2", "x1^2")
XOR_FEATURES = "x1*x2"
SPIRAL_FEATURES = ["sin(x1)", "sin(x2)", "x2", "x1"]
SPIRAL_HIDDEN = [6, 5]
