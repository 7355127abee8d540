"""True, as if it were a question of yes and no.

caught by: test_q9_is_answered
says: it is True, which is none of the choices
"""

q9 = True
