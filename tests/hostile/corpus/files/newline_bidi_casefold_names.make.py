"""Files with newlines, direction marks, escapes and bytes that are no UTF-8 in their names.

caught by:
"""
import os


def make(folder, solution, secret):
    for name in ("a\nb.txt", "\u202egnp.exe", "\x1b[2J.txt", "A.TXT", "a.txt", "-rf", "'; drop.csv", "x" * 200):
        (folder / name).write_text("x")
    with open(os.fsencode(folder) + b"/\xff\xfe.txt", "w") as file:
        file.write("x")
    (folder / "neuron.py").write_text(solution)
