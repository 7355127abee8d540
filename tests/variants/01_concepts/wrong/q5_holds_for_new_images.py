"""The error on the training images holds for new images.

caught by: test_q5_is_right
says: measured on the training images
"""

q5 = {"A", "B", "D"}
