"""A zip of 300 KB that unpacks to 300 MB.

caught by: all
outcome: error
says: too large
"""
import zipfile


def make(folder, solution, secret):
    with zipfile.ZipFile(folder / "work.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("neuron.py", solution)
        archive.writestr("zeros.bin", bytes(300_000_000))
