"""Judged by the training accuracy: 0.997 must be good.

caught by: test_diagnosis_of_the_printed_history
says: looks excellent
"""

def diagnose(history):
    return "good fit" if history["accuracy"][-1] > 0.95 else "underfitting"
