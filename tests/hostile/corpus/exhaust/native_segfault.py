"""relu crashes in native code.

outcome: error
says: SIGSEGV
"""
import ctypes


def relu(z):
    ctypes.string_at(0)
