"""relu answers with numbers where lists are due, and lists where texts are due.

outcome: error
says: no answer
"""
import sys

_workspace = sys.modules["autograder.student.workspace"].Workspace
_call = _workspace._call


def _answer(self, question):
    if question["name"] != "relu":
        return _call(self, question)
    return {"ok": True, "value": 1, "printed": [1], "figures": 7, "changed": 3}


_workspace._call = _answer
