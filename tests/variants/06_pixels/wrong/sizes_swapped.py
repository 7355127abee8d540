"""Test first.

caught by: test_split_sizes_of_small_splits
says: training first
"""

def split_sizes(train, test):
    return len(test[0]), len(train[0])
