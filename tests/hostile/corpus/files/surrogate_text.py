"""relu raises an error with lone surrogates, null bytes and escape sequences in its text."""


def relu(z):
    raise RuntimeError("\ud800\udfff\x00\x1b[2J\x1b]0;owned\x07\u202e fine \ufffe")
