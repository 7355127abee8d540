"""relu writes until nothing more goes in: into its folders, /, /dev, and everywhere else.

says: RuntimeError: bounded
"""
import os

LARGEST = {"/tmp": 16, "/student/work": 256, "/student/home": 16, "/dev/shm": 64}


def relu(z):
    beyond = []
    for folder in ("/", "/dev", "/student", "/kit", "/tmp", "/dev/shm", "/usr", "/etc", "/run", "/var"):
        size = 0
        try:
            os.makedirs(folder, exist_ok=True)
            with open(f"{folder}/kata-hostile-left", "wb", buffering=0) as file:
                for _ in range(80):
                    size += file.write(b"x" * (1 << 20)) >> 20
        except OSError:
            pass
        if size > LARGEST.get(folder, 0):
            beyond.append(f"{size} MiB in {folder}")
        try:
            os.unlink(f"{folder}/kata-hostile-left")
        except OSError:
            pass
    raise RuntimeError("; ".join(beyond) or "bounded")
