"""batch_size=-1 forgotten: datasets instead of arrays.

caught by: test_load_mnist_gives_both_splits
says: batch_size=-1
"""

import tensorflow_datasets as tfds



def load_mnist():
    mnist, _ = tfds.load("mnist", with_info=True, shuffle_files=True, as_supervised=True)
    return mnist["train"], mnist["test"]
