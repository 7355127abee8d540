"""The number of layers never matters.

caught by: test_q10_is_right
says: in either direction
"""

q10 = "D"
