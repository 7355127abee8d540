"""The output layer counted with 784 inputs.

caught by: test_total_by_hand
says: connected to the 784 pixels
"""

TOTAL_PARAMETERS = 784 * 64 + 64 + 784 * 10 + 10
