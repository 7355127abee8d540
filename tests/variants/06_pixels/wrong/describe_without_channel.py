"""Shape without the channel.

caught by: test_describe_the_small_image
says: rows, columns and channels
"""

def describe_image(image):
    return {
        "shape": image.shape[:2],
        "dtype": str(image.dtype),
        "min": image.min(),
        "max": image.max(),
        "black": (image == 0).sum(),
    }
