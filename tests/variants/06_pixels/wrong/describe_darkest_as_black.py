"""Counts the darkest pixels, black or not.

caught by: test_describe_an_image_without_black
says: Black is the value 0 alone
"""

def describe_image(image):
    return {
        "shape": image.shape,
        "dtype": str(image.dtype),
        "min": image.min(),
        "max": image.max(),
        "black": (image == image.min()).sum(),
    }
