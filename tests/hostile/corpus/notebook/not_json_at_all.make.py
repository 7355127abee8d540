"""The notebook is no notebook: JSON that is 10,000 brackets deep.

caught by: all
outcome: error
says: not a notebook that can be read
"""


def make(folder, solution, secret):
    (folder / "neuron.ipynb").write_text("[" * 10_000 + "]" * 10_000)
