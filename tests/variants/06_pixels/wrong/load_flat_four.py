"""Four arrays in a row instead of two pairs.

caught by: test_load_mnist_gives_both_splits
says: two pairs
"""

import tensorflow_datasets as tfds



def load_mnist():
    mnist, _ = tfds.load(
        "mnist", with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1
    )
    return *mnist["train"], *mnist["test"]
