"""relu raises an error that itself raises when it is printed, and ends the process there.

outcome: error
says: exited 0
"""
import os


class Worse(BaseException):
    def __str__(self):
        os._exit(0)


def relu(z):
    raise Worse
