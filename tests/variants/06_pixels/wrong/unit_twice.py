"""Scaled twice.

caught by: test_unit_range_by_hand
says: divided by 255 twice
"""

def to_unit_range(images):
    scaled = images.astype("float32") / 255
    return scaled / 255
