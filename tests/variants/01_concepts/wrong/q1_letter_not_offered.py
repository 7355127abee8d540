"""A letter that is not among the choices.

caught by: test_q1_is_answered
says: 'E', which is none of the choices
"""

q1 = "E"
