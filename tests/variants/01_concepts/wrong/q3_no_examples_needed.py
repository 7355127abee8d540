"""Learning needs no data.

caught by: test_q3_is_right
says: something to learn from
"""

q3 = "A"
