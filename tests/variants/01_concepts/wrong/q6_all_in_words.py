"""Says that everything is right, in words.

caught by: test_q6_is_answered
says: one or more of the letters A, B, C, D, E
"""

q6 = "all of them"
