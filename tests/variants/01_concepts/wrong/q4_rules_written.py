"""Learning is writing rules.

caught by: test_q4_is_right
says: No rules are written
"""

q4 = "C"
