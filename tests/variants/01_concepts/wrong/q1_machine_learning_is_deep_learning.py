"""Deep learning contains machine learning: every learning program is deep.

caught by: test_q1_is_right
says: goes inwards
"""

q1 = "A"
