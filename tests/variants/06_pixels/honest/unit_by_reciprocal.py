"""Multiplied by 1/255 in float32."""

import numpy as np



def to_unit_range(images):
    return np.float32(images) * np.float32(1 / 255)
