"""The whole array divided by its largest value.

caught by: test_unit_range_keeps_dark_images_dark
says: the whole array was divided by its
"""

def to_unit_range(images):
    return images.astype("float32") / images.max()
