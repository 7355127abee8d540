"""Compared with 0 whatever the threshold.

caught by: test_is_active_uses_the_threshold
says: compare with the threshold that is given
"""

def is_active(output, threshold=0.0):
    return output > 0
