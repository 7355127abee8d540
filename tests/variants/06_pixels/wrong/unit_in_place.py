"""Divides in place what was given, where it is float32 already.

caught by: test_unit_range_leaves_its_argument_alone
says: such as /= write into
"""

import numpy as np



def to_unit_range(images):
    images = np.asarray(images, dtype="float32")
    images /= 255
    return images
