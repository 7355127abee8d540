"""More layers are always better.

caught by: test_q10_is_right
says: not always better
"""

q10 = "A"
