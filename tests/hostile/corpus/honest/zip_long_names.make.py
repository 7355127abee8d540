"""A zip made on Windows or macOS, with a name that Linux can't hold and a folder entry with a backslash."""
import zipfile


def make(folder, solution, secret):
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        archive.writestr("neuron.py", solution)
        archive.writestr("レポート" * 40 + ".txt", "300 bytes and more in its name")
        archive.writestr("data\\", "")
        archive.writestr("data\\table.csv", "1,2")
