"""relu gives back what pickle, np.load or zip would run or unpack, as bytes and object arrays."""


class Bomb:
    def __reduce__(self):
        import os

        return os.system, ("touch /tmp/kata-hostile-left",)


def relu(z):
    return np.array([Bomb(), b"PK\x03\x04", b"\x93NUMPY"], dtype=object)
