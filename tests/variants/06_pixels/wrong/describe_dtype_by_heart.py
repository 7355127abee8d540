""""uint8" written down instead of looked up.

caught by: test_describe_an_image_of_float32
says: Ask the array
"""

def describe_image(image):
    return {
        "shape": image.shape,
        "dtype": "uint8",
        "min": image.min(),
        "max": image.max(),
        "black": (image == 0).sum(),
    }
