"""A zip of 20,000 empty files.

caught by: all
outcome: error
says: too large
"""
import zipfile


def make(folder, solution, secret):
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}.txt", "")
        archive.writestr("neuron.py", solution)
