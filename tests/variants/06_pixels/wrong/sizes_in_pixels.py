"""Number of pixels.

caught by: test_split_sizes_of_small_splits
says: number of pixels
"""

def split_sizes(train, test):
    return train[0].size, test[0].size
