"""relu breaks Python itself on its side: recursion, tracing, isinstance and len.

outcome: error
"""
import builtins
import sys


def relu(z):
    sys.setrecursionlimit(50)
    sys.settrace(lambda *a: None)
    builtins.isinstance = lambda a, b: True
    builtins.len = lambda a: 0
    return z
