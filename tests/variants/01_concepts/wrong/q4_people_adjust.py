"""People adjust the weights.

caught by: test_q4_is_right
says: goes by itself
"""

q4 = "D"
