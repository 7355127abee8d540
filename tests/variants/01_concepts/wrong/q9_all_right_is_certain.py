"""All training data right means that it can't be wrong.

caught by: test_q9_is_right
says: learning them by heart
"""

q9 = "D"
