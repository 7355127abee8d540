"""What was learnt contains no mistakes.

caught by: test_q3_is_right
says: does not always succeed
"""

q3 = "C"
