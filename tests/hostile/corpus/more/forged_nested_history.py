"""relu answers with a History inside a History, 15 deep, and unknown kinds of records.

outcome: error
says: no answer
"""
import sys


def relu(z):
    from autograder.boundary.wire import Record

    value = Record("unknown", {})
    for _ in range(12):
        value = Record("history", {"history": {"loss": [1.0]}, "epoch": [0], "model": value})
    sys.modules["autograder.student.answers"].Objects.outgoing = lambda self, v, depth=0: Record("unknown", {"x": value})
    return z
