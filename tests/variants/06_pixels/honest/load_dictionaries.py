"""Without as_supervised: pairs made from dictionaries, labels as int32."""

import numpy as np
import tensorflow_datasets as tfds



def load_mnist():
    data = tfds.load("mnist", batch_size=-1)
    pairs = []
    for split in ("train", "test"):
        images, labels = np.asarray(data[split]["image"]), np.asarray(data[split]["label"])
        pairs.append((images, labels.astype("int32")))
    return tuple(pairs)
