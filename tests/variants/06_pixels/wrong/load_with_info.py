"""Returns what tfds.load returns: the data and its description.

caught by: test_load_mnist_gives_both_splits
says: Each split should be a pair
"""

import tensorflow_datasets as tfds



def load_mnist():
    return tfds.load(
        "mnist", with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1
    )
