"""Another kind of number, but no division.

caught by: test_unit_range_by_hand
says: came back as they were
"""

def to_unit_range(images):
    return images.astype("float32")
