"""len of the pair: 2.

caught by: test_split_sizes_of_small_splits
says: length of each pair
"""

def split_sizes(train, test):
    return len(train), len(test)
