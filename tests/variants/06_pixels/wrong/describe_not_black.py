"""Counts the pixels that are not black.

caught by: test_describe_the_small_image
says: pixels that are not black
"""

import numpy as np



def describe_image(image):
    return {
        "shape": image.shape,
        "dtype": str(image.dtype),
        "min": image.min(),
        "max": image.max(),
        "black": np.count_nonzero(image),
    }
