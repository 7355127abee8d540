"""Modules named as the kit's and NumPy's lie beside the module; relu is wrong."""


def make(folder, solution, secret):
    lie = "def __getattr__(name):\n    return lambda *a, **k: True\n"
    for name in ("numpy", "pytest", "json", "socket", "autograder"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(lie)
    for name in ("struct.py", "math.py", "keras.py", "linecache.py"):
        (folder / name).write_text(lie)
    (folder / "autograder" / "boundary.py").write_text(lie)
    (folder / "neuron.py").write_text(solution + "\n\ndef relu(z):\n    return z\n")
