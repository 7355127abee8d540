"""type(image) instead of its dtype.

caught by: test_describe_the_small_image
says: kind of number in it
"""

def describe_image(image):
    return {
        "shape": image.shape,
        "dtype": type(image).__name__,
        "min": image.min(),
        "max": image.max(),
        "black": (image == 0).sum(),
    }
