"""One answer for a whole array of outputs.

caught by: test_is_active_answers_for_each_output
says: should give one answer for each output
"""

def is_active(output, threshold=0.0):
    return bool(np.any(output > threshold))
