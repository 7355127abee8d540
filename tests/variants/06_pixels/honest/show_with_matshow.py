"""matshow on a figure of its own, which stays open."""

import matplotlib.pyplot as plt



def show_image(images, index):
    plt.matshow(images[index, :, :, 0], cmap="gist_gray")
