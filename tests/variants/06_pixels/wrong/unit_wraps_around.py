"""255 + 1 in uint8 is 0: the arithmetic wraps around.

caught by: test_unit_range_by_hand
says: starts again at 0
"""

def to_unit_range(images):
    return (images + 1).astype("float32") / 256
