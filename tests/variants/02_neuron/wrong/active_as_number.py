"""The output itself instead of the answer whether it is above the threshold.

caught by: test_is_active_by_hand
says: a number, not an answer
"""

def is_active(output, threshold=0.0):
    return np.maximum(output, threshold)
