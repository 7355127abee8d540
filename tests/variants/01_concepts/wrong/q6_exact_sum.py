"""Deep learning for what has a short, exact rule.

caught by: test_q6_is_right
says: a short and exact rule
"""

q6 = {"A", "C", "D", "E"}
