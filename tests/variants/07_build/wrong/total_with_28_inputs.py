"""The image taken for 28 numbers in the total.

caught by: test_total_by_hand
says: hidden layer with 28 inputs
"""

TOTAL_PARAMETERS = 28 * 64 + 64 + 650
