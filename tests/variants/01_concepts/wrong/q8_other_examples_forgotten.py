"""Any amount of training makes up for examples that are missing.

caught by: test_q8_is_right
says: Not all of the right ones are chosen
"""

q8 = {"B", "C"}
