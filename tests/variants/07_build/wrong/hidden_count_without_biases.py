"""50,176: the weights of the hidden layer alone.

caught by: test_hidden_layer_by_hand
says: those are the weights, 784 × 64
"""

HIDDEN_PARAMETERS = 50176
TOTAL_PARAMETERS = 50890
