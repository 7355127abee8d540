"""The counts of the two layers swapped.

caught by: test_hidden_layer_by_hand, test_output_layer_by_hand
says: Are the two counts swapped?
"""

HIDDEN_PARAMETERS = 650
OUTPUT_PARAMETERS = 50240
