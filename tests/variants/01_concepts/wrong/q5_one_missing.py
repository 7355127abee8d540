"""Does not compute the improvements.

caught by: test_q5_is_right
says: right, but not complete
"""

q5 = {"A"}
