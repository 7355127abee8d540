"""Numbers of the choices, not their letters.

caught by: test_q8_is_answered
says: none of the choices
"""

q8 = {2, 3, 5}
