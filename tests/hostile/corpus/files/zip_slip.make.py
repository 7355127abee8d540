"""A zip whose members climb out of its folder.

caught by: all
outcome: error
says: outside its folder
"""
import zipfile


def make(folder, solution, secret):
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        archive.writestr("neuron.py", solution)
        archive.writestr("../../../../../../tmp/kata-hostile-left", "climbed out")
        archive.writestr("/tmp/kata-hostile-left-2", "absolute")
        archive.writestr("..\\..\\kata-hostile-left-3", "the other way")
