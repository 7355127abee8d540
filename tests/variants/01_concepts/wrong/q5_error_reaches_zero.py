"""The error becomes 0 if one goes on long enough.

caught by: test_q5_is_right
says: need not reach 0
"""

q5 = {"A", "C", "D"}
