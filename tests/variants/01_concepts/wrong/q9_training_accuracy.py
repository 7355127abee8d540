"""The accuracy on the training data holds for new data.

caught by: test_q9_is_right
says: photographs that it learnt from
"""

q9 = "A"
