"""Test images taken from the training images.

caught by: test_test_images_are_no_training_images
says: are training images
"""

import tensorflow_datasets as tfds



def load_mnist():
    mnist, _ = tfds.load(
        "mnist", with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1
    )
    images, labels = mnist["train"]
    return (images, labels), (images[:10000], labels[:10000])
