"""Divided by 256.

caught by: test_unit_range_by_hand
says: divided by 256
"""

def to_unit_range(images):
    return images.astype("float32") / 256
