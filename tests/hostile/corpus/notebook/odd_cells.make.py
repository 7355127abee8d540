"""Cells that are no cells: no source, sources of numbers, metadata that are lists, unknown kinds."""
import json


def make(folder, solution, secret):
    cells = [
        {"cell_type": "code", "source": solution, "metadata": [], "outputs": {}, "execution_count": "x"},
        {"cell_type": "code"},
        {"cell_type": ["code"], "source": {"a": 1}},
        {"cell_type": "code", "source": 7, "metadata": {"tags": "skip-execution", "nbgrader": 3}},
        {"cell_type": "code", "source": [1, None, "x = 1"], "metadata": {"nbgrader": {"grade_id": [1]}}},
        {},
    ]
    (folder / "neuron.ipynb").write_text(json.dumps({"cells": cells, "nbformat": "x"}))
