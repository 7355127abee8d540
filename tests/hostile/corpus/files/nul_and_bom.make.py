"""The module starts with a byte order mark and ends with a null byte.

caught by: all
"""


def make(folder, solution, secret):
    (folder / "neuron.py").write_bytes(b"\xef\xbb\xbf" + solution.encode() + b"\n\x00\n")
