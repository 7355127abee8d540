"""An output that equals the threshold counts as active.

caught by: test_is_active_by_hand
says: it has to be strictly greater
"""

def is_active(output, threshold=0.0):
    return output >= threshold
