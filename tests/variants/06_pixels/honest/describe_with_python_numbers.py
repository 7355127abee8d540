"""Python numbers, the dtype itself, a list as shape, more keys."""

import numpy as np



def describe_image(image):
    pixels = [int(p) for p in image.ravel()]
    return {
        "shape": list(image.shape),
        "dtype": image.dtype,
        "min": min(pixels),
        "max": max(pixels),
        "black": pixels.count(0),
        "mean": np.mean(image),
    }
