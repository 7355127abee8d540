"""Code whose constants would be huge if they were worked out; the grader itself only reads it.

caught by:
"""


def never():
    return (1 << 100_000_000) + 10**100_000_000
