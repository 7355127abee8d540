"""The pixel values stay between 0 and 255.

caught by: test_images_are_prepared
says: still have values up to 255
"""

def prepare(images):
    return images.astype("float32")
