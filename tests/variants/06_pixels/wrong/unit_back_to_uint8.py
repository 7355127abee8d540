"""Divided, and put back into uint8.

caught by: test_unit_range_by_hand
says: Whole numbers have nothing in between
"""

def to_unit_range(images):
    return (images / 255).astype("uint8")
