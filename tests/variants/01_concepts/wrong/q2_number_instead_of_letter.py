"""The number of the choice, not its letter.

caught by: test_q2_is_answered
says: it is 2, which is none of the choices
"""

q2 = 2
