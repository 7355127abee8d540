"""More layers make the knowledge readable.

caught by: test_q7_is_right
says: spread even more
"""

q7 = "B"
