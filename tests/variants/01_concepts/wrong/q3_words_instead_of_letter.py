"""The answer in words.

caught by: test_q3_is_answered
says: which is none of the choices
"""

q3 = "no more rules, only examples"
