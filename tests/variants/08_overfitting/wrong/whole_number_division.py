"""Whole-number division: everything but white becomes 0.

caught by: test_images_are_prepared
says: By which number do you divide
"""

def prepare(images):
    return (images // 255).astype("float32")
