"""Script in every text that a report may show: error, file name, cell output; relu raises it.

caught by: test_relu_by_hand
"""
import json


def make(folder, solution, secret):
    bad = "<script>alert('kata-xss')</script><svg onload=alert(1)><img src=x onerror=alert(2)>"
    code = f"def relu(z):\n    raise RuntimeError({bad!r} + ' `</code>' + {bad!r} + '` {{{{ 7*7 }}}}')\n"
    outputs = [{"output_type": "display_data", "data": {"text/html": bad}, "metadata": {}}]
    cells = [{"cell_type": "code", "source": text, "metadata": {}, "outputs": outputs, "execution_count": 1} for text in (solution, code)]
    (folder / "neuron.ipynb").write_text(json.dumps({"cells": cells, "metadata": {"title": bad}, "nbformat": 4, "nbformat_minor": 5}))
