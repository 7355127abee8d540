"""Only one prediction written down.

caught by: test_predictions_are_written
says: PREDICTION_2` is still empty
"""

PREDICTION_2 = None
