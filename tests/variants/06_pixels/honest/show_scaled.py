"""Scaled to 0...1 before it is drawn; Greys_r."""

import matplotlib.pyplot as plt



def show_image(images, index):
    plt.figure()
    plt.imshow(images[index][..., 0] / 255.0, cmap="Greys_r", interpolation="nearest")
    plt.xlabel("column")
    plt.ylabel("row")
    plt.tight_layout()
    plt.show()
