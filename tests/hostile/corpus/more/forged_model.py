"""relu answers with a record that says it is a model of 3,000 layers.

outcome: error
says: no answer
"""
import sys

from autograder.boundary.wire import Record

_objects = sys.modules["autograder.student.answers"].Objects
_outgoing = _objects.outgoing
_forged = []


def _out(self, value, depth=0):
    if not _forged:
        return _outgoing(self, value, depth)
    return Record("model", {"weights": [], "layers": [{}] * 3000, "ref": _forged.pop()})


_objects.outgoing = _out


def relu(z):
    _forged.append(0)
    return z
