"""Lists of letters, also where only one is asked for."""

q1 = ["C"]
q2 = ["B"]
q3 = ["D"]
q4 = ["A"]
q5 = ['A', 'D']
q6 = ['A', 'C', 'E']
q7 = ["D"]
q8 = ['B', 'C', 'E']
q9 = ["B"]
q10 = ["C"]
