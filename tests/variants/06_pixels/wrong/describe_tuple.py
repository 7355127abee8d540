"""The facts without their names.

caught by: test_describe_the_small_image
says: should return a dictionary
"""

def describe_image(image):
    return image.shape, str(image.dtype), image.min(), image.max(), (image == 0).sum()
