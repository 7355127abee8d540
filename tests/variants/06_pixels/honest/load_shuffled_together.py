"""Images and labels mixed in the same way."""

import numpy as np
import tensorflow_datasets as tfds



def load_mnist():
    data = tfds.load("mnist", as_supervised=True, batch_size=-1)
    images, labels = (np.asarray(a) for a in data["train"])
    order = np.random.default_rng(1).permutation(len(labels))
    return (images[order], labels[order]), data["test"]
