"""Predictions by the names of the strings, and in capitals."""

PREDICTION_1 = WORSE
PREDICTION_2 = " No clear  difference"
