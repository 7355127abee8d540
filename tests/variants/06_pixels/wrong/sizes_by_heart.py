"""60,000 and 10,000 written down.

caught by: test_split_sizes_of_small_splits
says: Count what is given
"""

def split_sizes(train, test):
    return 60000, 10000
