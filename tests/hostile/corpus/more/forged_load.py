"""While it loads, the code answers for itself: errors of lists and numbers, and texts of 100 KB; then it ends.

place: before
caught by: all
outcome: error
says: exited 0
"""
import json
import os
import struct
import sys

_frame = sys._getframe()
while "question" not in _frame.f_locals or "n" not in _frame.f_locals["question"]:
    _frame = _frame.f_back
_error = [["type", ["x"] * 500], ["text", 7], ["where", "w" * 100_000], ["line", 1], ["code", "c"]]
_fields = [["n", _frame.f_locals["question"]["n"]], ["ok", True], ["errors", [{"$": "dict", "v": _error}]], ["printed", 3]]
_data = json.dumps({"m": {"$": "dict", "v": _fields}, "b": []}).encode()
os.write(3, struct.pack("<I", len(_data)) + _data)
os._exit(0)
