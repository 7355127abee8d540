"""Keeps a helper in a module called random.py beside the notebook; NumPy needs Python's own."""
import json


def make(folder, solution, secret):
    (folder / "random.py").write_text("def helper():\n    return 4\n")
    (folder / "my_tools.py").write_text("import numpy as np\n\ndef positive(z):\n    return np.maximum(0.0, z)\n")
    code = "from my_tools import positive\n\ndef relu(z):\n    return positive(z)\n"
    cells = [{"cell_type": "code", "source": text, "metadata": {}, "outputs": [], "execution_count": None} for text in (solution, code)]
    (folder / "neuron.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
