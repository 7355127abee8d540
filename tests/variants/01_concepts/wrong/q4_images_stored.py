"""Learning is storing the examples.

caught by: test_q4_is_right
says: doesn't look anything up
"""

q4 = "B"
