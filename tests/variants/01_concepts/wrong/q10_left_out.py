"""The last question left out.

caught by: test_q10_is_answered
says: has no answer yet
"""

q10 = None
