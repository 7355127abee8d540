"""Black is whatever looks black, not the value 0.

caught by: test_describe_an_image_without_black
says: Black is the value 0 alone
"""


def describe_image(image):
    return {
        "shape": image.shape,
        "dtype": str(image.dtype),
        "min": int(image.min()),
        "max": int(image.max()),
        "black": int((image < 10).sum()),
    }
