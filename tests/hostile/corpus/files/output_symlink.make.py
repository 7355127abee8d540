"""The notebook is a link to the grader's gradebook, and a link to it lies beside.

caught by: all
outcome: error
says: No neuron.ipynb
"""


def make(folder, solution, secret):
    (folder / "neuron.py").symlink_to(secret / "gradebook.db")
    (folder / "neuron.ipynb").symlink_to(secret / "gradebook.db")
    (folder / "data.txt").symlink_to(secret)
