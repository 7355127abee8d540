"""Whole-number division: everything but white becomes 0.

caught by: test_images_are_prepared
says: nothing in between
"""

def prepare(images):
    return (images // 255).astype("float32")
