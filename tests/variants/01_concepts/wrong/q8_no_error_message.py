"""No error message, so learning has succeeded.

caught by: test_q8_is_right
says: no error message appears
"""

q8 = {"A"}
