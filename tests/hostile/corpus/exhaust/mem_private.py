"""relu fills 900 MB of memory; the limit here is 512 MB.

says: MemoryError
"""


def relu(z):
    blocks = []
    for _ in range(90):
        block = bytearray(10_000_000)
        block[::4096] = b"x" * len(block[::4096])
        blocks.append(block)
    return np.maximum(0.0, z)
