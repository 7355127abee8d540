"""Each image divided by its own largest value.

caught by: test_unit_range_keeps_dark_images_dark
says: each image was divided by its own
"""

import numpy as np



def to_unit_range(images):
    largest = images.max(axis=(1, 2, 3), keepdims=True)
    return (images / np.maximum(largest, 1)).astype("float32")
