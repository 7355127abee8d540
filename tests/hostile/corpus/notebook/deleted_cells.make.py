"""Every cell but the answers was deleted, the checks' cells among them."""
import json


def make(folder, solution, secret):
    cells = [{"cell_type": "code", "source": solution, "metadata": {}, "outputs": [], "execution_count": None}]
    (folder / "neuron.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
