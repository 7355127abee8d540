"""The range from -1 to 1.

caught by: test_unit_range_by_hand
says: range from -1 to 1
"""

def to_unit_range(images):
    return images.astype("float32") / 127.5 - 1
