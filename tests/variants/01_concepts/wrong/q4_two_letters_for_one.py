"""Two letters where only one choice is right.

caught by: test_q4_is_answered
says: holds the letters A, B
"""

q4 = ["A", "B"]
