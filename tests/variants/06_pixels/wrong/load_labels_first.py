"""Each pair is (labels, images).

caught by: test_load_mnist_gives_both_splits
says: labels first
"""

import tensorflow_datasets as tfds



def load_mnist():
    mnist, _ = tfds.load(
        "mnist", with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1
    )
    return tuple(mnist[split][::-1] for split in ("train", "test"))
