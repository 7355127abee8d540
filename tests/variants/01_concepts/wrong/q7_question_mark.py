"""A question mark for a question that was too hard.

caught by: test_q7_is_answered
says: has no answer yet
"""

q7 = "?"
