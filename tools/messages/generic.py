"""What can happen in any chapter, shown on one that needs no TensorFlow."""

from __future__ import annotations

import json

CHAPTER = "02_neuron"

CHANGES = {
    "syntax error": "",
    "stopped above": "relu = undefined_name\n",
    "raises": "def relu(z):\n    return z.clip(0)[100]\n",
    "returns nothing": "def relu(z):\n    np.maximum(0, z)\n",
    "returns text": 'def relu(z):\n    return "relu"\n',
    "returns an object": "def relu(z):\n    return object()\n",
    "returns the wrong shape": "def relu(z):\n    return np.maximum(0, z).sum()\n",
    "asks for more arguments": "def relu(z, slope):\n    return np.maximum(0, z)\n",
    "is no function": "relu = 3\n",
    "never ends": "def relu(z):\n    while True:\n        pass\n",
    "ends the process": "def relu(z):\n    import os\n    os._exit(1)\n",
    "calls exit": "def relu(z):\n    exit()\n",
    "fills the memory": "def relu(z):\n    return np.ones(10**11)\n",
    "prints too much": 'def relu(z):\n    print("z" * 10**7)\n    return np.maximum(0, z)\n',
    "asks at the keyboard": 'def relu(z):\n    return float(input("z? "))\n',
}
"""Definitions in place of the solution's, by what happens."""


def files(solution: str, apply) -> dict[str, dict[str, str]]:
    """The files of each submission, by what is the matter with it.

    solution: the module's text; `apply` puts definitions in place of its own.
    """
    found = {name: {"neuron.py": apply(solution, change)} for name, change in CHANGES.items()}
    found["syntax error"] = {"neuron.py": solution.replace("def relu(z):", "def relu(z)")}
    found["wrong indent"] = {"neuron.py": solution.replace("    return np.max", "  return np.max")}
    found["missing function"] = {"neuron.py": solution.replace("def relu(", "def reLU(")}
    found["empty"] = {"neuron.py": ""}
    found["nothing of this chapter"] = {"readme.txt": "I was ill."}
    found["broken notebook"] = {"neuron.ipynb": "{"}
    found["empty notebook"] = {
        "neuron.ipynb": json.dumps(
            {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        )
    }
    cell = {"cell_type": "code", "source": "relu = max", "metadata": {}, "outputs": []}
    both = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    found["notebook and module"] = {"neuron.ipynb": json.dumps(both), "neuron.py": solution}
    return found
