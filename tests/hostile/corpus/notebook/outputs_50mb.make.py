"""The notebook holds 50 MB of outputs."""
import json


def make(folder, solution, secret):
    outputs = [{"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000}]
    cells = [{"cell_type": "code", "source": solution, "metadata": {}, "outputs": outputs, "execution_count": 1}]
    (folder / "neuron.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
