"""No colour map: violet to yellow.

caught by: test_image_is_drawn_in_grey
says: grey image in colours
"""

import matplotlib.pyplot as plt



def show_image(images, index):
    plt.imshow(images[index])
    plt.show()
