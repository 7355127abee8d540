"""0 and 255 written down instead of looked up.

caught by: test_describe_an_image_without_black
says: what pixel values can be
"""

def describe_image(image):
    return {
        "shape": image.shape,
        "dtype": str(image.dtype),
        "min": 0,
        "max": 255,
        "black": (image == 0).sum(),
    }
