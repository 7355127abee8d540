"""Divided in float64, then float32."""

import numpy as np



def to_unit_range(images):
    scaled = images / 255.0
    return scaled.astype(np.float32)
