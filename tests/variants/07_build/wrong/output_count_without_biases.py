"""640: the weights of the output layer alone.

caught by: test_output_layer_by_hand
says: those are the weights, 64 × 10
"""

OUTPUT_PARAMETERS = 640
TOTAL_PARAMETERS = 50890
