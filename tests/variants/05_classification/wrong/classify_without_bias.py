"""Bias forgotten.

caught by: test_classify_by_hand
says: which lack the bias
"""

def classify(hidden, W, b):
    return softmax(hidden @ W)
