"""What can't be written as rules has not been learnt.

caught by: test_q7_is_right
says: Luck doesn't do that
"""

q7 = "C"
