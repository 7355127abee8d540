"""A notebook with cells of its own: magics, shell lines, an empty one, a picture, `plt.show()` at the end."""
import json


def make(folder, solution, secret):
    texts = ("%matplotlib inline\n!pip install nothing", "", solution, "x = 1\nx", "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()")
    cells = [{"cell_type": "code", "source": text, "metadata": {}, "outputs": [], "execution_count": None} for text in texts]
    (folder / "neuron.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
