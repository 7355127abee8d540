"""Rows and columns swapped.

caught by: test_show_image_draws_one_image
says: rows and columns swapped
"""

import matplotlib.pyplot as plt



def show_image(images, index):
    plt.imshow(images[index].squeeze().T, cmap="gray")
    plt.show()
