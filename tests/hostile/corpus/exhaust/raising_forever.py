"""relu raises an error whose text never ends, whose type lies, and that can't be printed."""


class Worst(Exception):
    def __str__(self):
        return "x" * 10_000_000

    __repr__ = __str__


Worst.__name__ = "W" * 100_000


def relu(z):
    raise Worst()
