"""Each image is divided by its own brightest pixel.

caught by: test_images_are_prepared
says: divided by its own brightest pixel
"""

def prepare(images):
    return (images / images.max(axis=(1, 2, 3), keepdims=True)).astype("float32")
