"""Axes, title, colour bar, fixed range, no ticks; returns the axes."""

import matplotlib.pyplot as plt



def show_image(images, index):
    figure, axes = plt.subplots(figsize=(3, 3))
    shown = axes.imshow(images[index].squeeze(), cmap=plt.cm.gray, vmin=0, vmax=255)
    figure.colorbar(shown)
    axes.set_title(f"image {index}")
    axes.axis("off")
    return axes
