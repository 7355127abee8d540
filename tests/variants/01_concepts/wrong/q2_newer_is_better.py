"""Learning from examples is better for every purpose.

caught by: test_q2_is_right
says: Newer is not better
"""

q2 = "A"
