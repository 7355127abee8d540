"""Every cell has the same id, and two hold the same grade id."""
import json


def make(folder, solution, secret):
    about = {"nbgrader": {"grade_id": "relu", "solution": True, "grade": False}}
    cells = [{"cell_type": "code", "id": "same", "source": text, "metadata": about, "outputs": [], "execution_count": None} for text in (solution, "x = 1")]
    (folder / "neuron.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
