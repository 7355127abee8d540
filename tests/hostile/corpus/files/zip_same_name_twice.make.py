"""A zip that holds neuron.py twice: the honest one, and one that is wrong; the last one counts."""
import warnings
import zipfile


def make(folder, solution, secret):
    warnings.simplefilter("ignore")
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        archive.writestr("neuron.py", solution)
        archive.writestr("neuron.py", solution + "\n\ndef relu(z):\n    return z\n")
