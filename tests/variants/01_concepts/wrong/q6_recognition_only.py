"""Deep learning recognises, and does nothing else.

caught by: test_q6_is_right
says: more wishes that suit it
"""

q6 = {"A", "E"}
