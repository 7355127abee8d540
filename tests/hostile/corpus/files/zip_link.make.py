"""A zip with a symbolic link to the grader's files in it.

caught by: all
outcome: error
says: outside its folder
"""
import zipfile


def make(folder, solution, secret):
    with zipfile.ZipFile(folder / "work.zip", "w") as archive:
        link = zipfile.ZipInfo("neuron.py")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, str(secret / "gradebook.db"))
