"""Chooses everything, just to be safe.

caught by: test_q8_is_right
says: A is not right
"""

q8 = "ABCDE"
