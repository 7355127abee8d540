"""relu gives back a list in a list, 100,000 deep, and one that holds itself."""


def relu(z):
    value = []
    for _ in range(100_000):
        value = [value]
    loop = [value]
    loop.append(loop)
    return loop
