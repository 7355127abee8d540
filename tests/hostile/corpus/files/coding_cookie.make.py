"""The module claims an encoding in which its comments become code; it counts as the UTF-8 that it is."""


def make(folder, solution, secret):
    text = "# -*- coding: utf-7 -*-\n" + solution + "\n\ndef relu(z):\n    return z\n# +AAo-def relu(z): return np.maximum(0.0, z)\n"
    (folder / "neuron.py").write_text(text)
