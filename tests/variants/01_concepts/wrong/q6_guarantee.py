"""Deep learning can guarantee that it misses nothing.

caught by: test_q6_is_right
says: learning is never perfect
"""

q6 = {"A", "B", "C", "E"}
