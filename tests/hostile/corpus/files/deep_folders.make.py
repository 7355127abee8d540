"""Folders in folders, 400 deep, as deep as a path may be.

caught by: all
outcome: error
says: too large
"""
import os


def make(folder, solution, secret):
    (folder / "neuron.py").write_text(solution)
    here = os.getcwd()
    os.chdir(folder)
    for _ in range(400):
        os.mkdir("d")
        os.chdir("d")
    os.chdir(here)
