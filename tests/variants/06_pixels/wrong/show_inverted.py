"""A colour map that runs backwards.

caught by: test_image_is_drawn_in_grey
says: map one that runs backwards
"""

import matplotlib.pyplot as plt



def show_image(images, index):
    plt.imshow(images[index], cmap="binary")
    plt.show()
