"""NumPy arrays in lists, by tfds.as_numpy and split names."""

import tensorflow_datasets as tfds



def load_mnist():
    train, test = tfds.load("mnist", split=["train", "test"], as_supervised=True, batch_size=-1)
    return [list(tfds.as_numpy(train)), list(tfds.as_numpy(test))]
