"""Nothing chosen at all.

caught by: test_q5_is_answered
says: has no answer yet
"""

q5 = set()
