"""relu answers with a History in a History, twelve deep, and unknown kinds of records.

outcome: error
says: no answer
"""
import sys

from autograder.boundary.wire import Record

_objects = sys.modules["autograder.student.answers"].Objects
_outgoing = _objects.outgoing
_forged = []


def _out(self, value, depth=0):
    return _forged.pop() if _forged else _outgoing(self, value, depth)


_objects.outgoing = _out


def relu(z):
    value = Record("unknown", {})
    for _ in range(12):
        value = Record("history", {"history": {"loss": [1.0]}, "epoch": [0], "model": value})
    _forged.append(value)
    return z
