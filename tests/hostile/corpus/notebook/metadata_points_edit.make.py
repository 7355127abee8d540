"""The notebook's metadata give themselves 100 points, and call the checks' cells done."""
import json


def make(folder, solution, secret):
    about = {"nbgrader": {"grade_id": "relu", "points": 100, "grade": True, "solution": True, "locked": False, "schema_version": 3}}
    cells = [{"cell_type": "code", "source": solution, "metadata": about, "outputs": [{"output_type": "stream", "name": "stdout", "text": "10/10"}], "execution_count": 1}]
    (folder / "neuron.ipynb").write_text(json.dumps({"cells": cells, "metadata": {"score": 100}, "nbformat": 4, "nbformat_minor": 5}))
