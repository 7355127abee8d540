"""A computer can only do what somebody has written as a rule.

caught by: test_q2_is_right
says: the limit before machine learning
"""

q2 = "D"
