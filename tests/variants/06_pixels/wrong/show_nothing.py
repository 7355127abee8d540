"""Returns the image and draws nothing.

caught by: test_show_image_draws_one_image
says: drew no image
"""

def show_image(images, index):
    return images[index]
