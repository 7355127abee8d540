"""Lower-case letters."""

q1 = "c"
q2 = "b"
q3 = "d"
q4 = "a"
q5 = {"a", "d"}
q6 = {"a", "c", "e"}
q7 = "d"
q8 = {"b", "c", "e"}
q9 = "b"
q10 = "c"
