"""relu answers with an error whose fields are lists, numbers, and texts of 100 KB.

says: stopped with an error
"""
import sys


def relu(z):
    def call(self, question):
        error = {"kind": ["todo"], "type": {"a": 1}, "text": "x" * 100_000, "where": [1], "line": "<b>", "code": None}
        return {"ok": False, "error": error}

    sys.modules["autograder.student.workspace"].Workspace._call = call
    return z
