"""A letter named twice."""

q1 = ["C", "c"]
q2 = ["B", "b"]
q3 = ["D", "d"]
q4 = ["A", "a"]
q5 = ['A', 'D', 'A']
q6 = ['A', 'C', 'E', 'A']
q7 = ["D", "d"]
q8 = ['B', 'C', 'E', 'B']
q9 = ["B", "b"]
q10 = ["C", "c"]
