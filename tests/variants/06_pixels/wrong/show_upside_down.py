"""origin="lower": row 0 at the bottom.

caught by: test_image_is_drawn_in_grey
says: upside down
"""

import matplotlib.pyplot as plt



def show_image(images, index):
    plt.imshow(images[index], cmap="gray", origin="lower")
    plt.show()
