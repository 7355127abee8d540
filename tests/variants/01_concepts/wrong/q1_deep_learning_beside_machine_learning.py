"""Deep learning and machine learning are two separate things.

caught by: test_q1_is_right
says: two separate things
"""

q1 = "B"
