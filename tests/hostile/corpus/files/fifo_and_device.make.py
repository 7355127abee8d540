"""A named pipe and a socket lie where files should be; reading them would never end. The honest module counts.

caught by:
"""
import os
import socket


def make(folder, solution, secret):
    os.mkfifo(folder / "data.csv")
    os.mkfifo(folder / "neuron.ipynb")
    os.mkfifo(folder / "work.zip")
    with socket.socket(socket.AF_UNIX) as sock:
        here = os.getcwd()
        os.chdir(folder)
        sock.bind("socket.py")
        os.chdir(here)
    (folder / "neuron.py").write_text(solution)
