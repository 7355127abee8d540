"""A dictionary from digit to count.

caught by: test_class_counts_by_hand
says: Return ten counts in order
"""

def class_counts(labels):
    return {int(d): int((labels == d).sum()) for d in range(10)}
