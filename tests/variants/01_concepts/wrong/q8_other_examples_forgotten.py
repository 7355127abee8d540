"""Any amount of training makes up for examples that are missing.

caught by: test_q8_is_right
says: One more of them is right
"""

q8 = {"B", "C"}
