"""A number as the prediction.

caught by: test_predictions_are_written
says: a prediction is one of
"""

PREDICTION_1 = 0.98
