"""Counts the darkest pixels, black or not.

caught by: test_describe_a_pale_image
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
