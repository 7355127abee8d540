"""relu answers with a record that says it is a model of a million layers.

outcome: error
says: no answer
"""
import sys


def relu(z):
    from autograder.boundary.wire import Record

    answers = sys.modules["autograder.student.answers"]
    answers.Objects.outgoing = lambda self, value, depth=0: Record("model", {"weights": [], "layers": [{}] * 3000, "ref": 0})
    return z
