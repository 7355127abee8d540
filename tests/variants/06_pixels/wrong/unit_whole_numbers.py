"""Whole-number division.

caught by: test_unit_range_by_hand
says: Whole numbers have nothing in between
"""

def to_unit_range(images):
    return (images // 255).astype("float32")
