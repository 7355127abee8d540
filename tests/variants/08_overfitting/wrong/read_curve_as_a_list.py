"""A tuple instead of a dictionary.

caught by: test_reading_of_the_printed_history
says: should return a dictionary
"""

def read_curve(history):
    return best_epoch(history), overfitting_begins(history), diagnose(history)
