"""Divides whole numbers only and lets float pixel values pass.

caught by: test_unit_range_leaves_its_argument_alone
says: should be divided by 255 as well
"""

import numpy as np



def to_unit_range(images):
    if images.dtype == np.uint8:
        return images.astype("float32") / 255
    return images.astype("float32")
