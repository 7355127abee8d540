"""as_supervised=True forgotten: dictionaries instead of pairs.

caught by: test_load_mnist_gives_both_splits
says: as_supervised=True
"""

import tensorflow_datasets as tfds



def load_mnist():
    mnist, _ = tfds.load("mnist", with_info=True, shuffle_files=True, batch_size=-1)
    return mnist["train"], mnist["test"]
