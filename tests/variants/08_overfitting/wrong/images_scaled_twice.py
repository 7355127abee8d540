"""Divided by 255 twice.

caught by: test_images_are_prepared
says: divided twice
"""

def prepare(images):
    return images.astype("float32") / 255 / 255
