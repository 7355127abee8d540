"""The total as a text with a comma.

caught by: test_total_by_hand
says: without a comma
"""

TOTAL_PARAMETERS = "50,890"
