"""relu replaces what a check may compare with: NumPy's functions, Python's own, the kit's modules. It breaks
its own process with that, so the next question finds nobody.

caught by: test_relu_by_hand, test_sigmoid_by_hand
"""
import builtins
import sys


def relu(z):
    for name in ("allclose", "array_equal", "isclose", "shape", "asarray"):
        setattr(np, name, lambda *a, **k: True)
    builtins.AssertionError = type("Quiet", (Exception,), {})
    for name in list(sys.modules):
        if name.startswith("autograder"):
            for attribute in ("require", "wrong", "as_array"):
                setattr(sys.modules[name], attribute, lambda *a, **k: None)
    return [5.0, 5.0, 5.0]
