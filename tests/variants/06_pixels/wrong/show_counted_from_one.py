"""Images counted from 1.

caught by: test_show_image_draws_one_image
says: The first image is number 0
"""

import matplotlib.pyplot as plt



def show_image(images, index):
    plt.imshow(images[index - 1], cmap="gray")
    plt.show()
