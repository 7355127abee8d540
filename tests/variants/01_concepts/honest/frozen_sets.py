"""Frozen sets."""

q1 = frozenset("C")
q2 = frozenset("B")
q3 = frozenset("D")
q4 = frozenset("A")
q5 = frozenset("AD")
q6 = frozenset("ACE")
q7 = frozenset("D")
q8 = frozenset("BCE")
q9 = frozenset("B")
q10 = frozenset("C")
