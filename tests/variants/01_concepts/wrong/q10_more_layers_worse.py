"""More layers always overfit.

caught by: test_q10_is_right
says: too much in this direction
"""

q10 = "B"
