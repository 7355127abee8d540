"""Only what learns is AI.

caught by: test_q1_is_right
says: one way to an intellectual ability
"""

q1 = "D"
