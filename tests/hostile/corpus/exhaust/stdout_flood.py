"""relu prints 200 MB on every stream there is, and answers wrongly."""
import os


def relu(z):
    block = b"x" * (1 << 20)
    for number in (1, 2):
        for _ in range(100):
            os.write(number, block)
    print("y" * 50_000_000)
    return z
