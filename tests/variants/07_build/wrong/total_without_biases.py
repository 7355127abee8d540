"""50,816: the total without the 74 biases.

caught by: test_total_by_hand
says: without the 74 biases
"""

TOTAL_PARAMETERS = 50816
