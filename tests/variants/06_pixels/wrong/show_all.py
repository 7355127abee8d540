"""Draws all images side by side.

caught by: test_show_image_draws_one_image
says: but it drew 2
"""

import matplotlib.pyplot as plt



def show_image(images, index):
    _, axes = plt.subplots(1, len(images))
    for ax, image in zip(axes, images):
        ax.imshow(image, cmap="gray")
    plt.show()
