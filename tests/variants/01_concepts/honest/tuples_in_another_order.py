"""Tuples, the letters in another order."""

q1 = ("C",)
q2 = ("B",)
q3 = ("D",)
q4 = ("A",)
q5 = ('D', 'A')
q6 = ('E', 'C', 'A')
q7 = ("D",)
q8 = ('E', 'C', 'B')
q9 = ("B",)
q10 = ("C",)
