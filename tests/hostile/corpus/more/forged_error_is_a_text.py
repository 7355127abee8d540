"""While it loads, the code answers with errors that are texts, not records.

place: before
caught by: all
outcome: error
"""
import json
import os
import struct
import sys

_frame = sys._getframe()
while "question" not in _frame.f_locals or "n" not in _frame.f_locals["question"]:
    _frame = _frame.f_back
_fields = [["n", _frame.f_locals["question"]["n"]], ["ok", True], ["errors", ["x", 1, None]], ["printed", 3]]
_data = json.dumps({"m": {"$": "dict", "v": _fields}, "b": []}).encode()
os.write(3, struct.pack("<I", len(_data)) + _data)
os._exit(0)
