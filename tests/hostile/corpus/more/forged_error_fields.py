"""relu answers with an error whose fields are lists, numbers, and texts of 100 KB.

says: stopped with an error
"""
import sys

_workspace = sys.modules["autograder.student.workspace"].Workspace
_call = _workspace._call


def _answer(self, question):
    if question["name"] != "relu":
        return _call(self, question)
    error = {"kind": ["todo"], "type": {"a": 1}, "text": "x" * 100_000, "where": [1], "line": "<b>", "code": None}
    return {"ok": False, "error": error}


_workspace._call = _answer
