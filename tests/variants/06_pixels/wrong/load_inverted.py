"""Images inverted: black ink on white.

caught by: test_labels_belong_to_their_images
says: inverted
"""

import numpy as np
import tensorflow_datasets as tfds



def load_mnist():
    mnist, _ = tfds.load(
        "mnist", with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1
    )
    return tuple((255 - np.asarray(mnist[s][0]), mnist[s][1]) for s in ("train", "test"))
