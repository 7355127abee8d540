"""A zip that holds a file and a folder of one name, which no disk can hold.

caught by: all
outcome: error
says: both a file and a folder with the name 'data'
"""
import zipfile


def make(folder, solution, secret):
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        archive.writestr("neuron.py", solution)
        archive.writestr("data", "a file")
        archive.writestr("data/more.txt", "in a folder")
