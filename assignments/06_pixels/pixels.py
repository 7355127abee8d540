"""6. Images and pixels

Fill in what is marked TODO. Check your work with: kata check 06
Run this file to try your functions: python pixels.py
"""

# %% [markdown]
# # 6. Images and pixels
#
# A neural network computes with numbers. So before it can look at a picture, the picture has to be
# numbers. It is already: to a computer, an image is nothing but a table of them.
#
# In this chapter you load 70,000 handwritten digits, look at one of them, find out what its numbers
# mean, and prepare all of them for a network. There are six tasks, and they take about 35 minutes.

# %% [markdown]
# ## Pixels and pixel values
#
# Look at an image closely enough, and you see little squares. Each is a **pixel**, and each has one
# brightness, written as a number, its **pixel value**: **0 is black, 255 is white**, and the numbers
# in between are greys, the darker the smaller.
#
# (picture: Left: a handwritten digit of 28 by 28 pixels, white on black, with a square of 8 by 8 pixels marked.
# Right: that square enlarged, with the pixel value written into each pixel, 0 in the black ones and up
# to 255 in the white ones)
#
# (picture: A strip that goes from black to white, with the pixel values 0, 51, 102, 153, 204 and 255 under
# it)
#
# Why 255? A pixel value is stored in one **byte**, that is 8 bits, and 8 bits can say $2^8 = 256$
# different things: 0 to 255. NumPy calls this kind of number `uint8`: an **u**nsigned **int**eger of
# **8** bits.
#
# Each of our images has 28 rows of 28 pixels, $28 \times 28 = 784$ numbers in all, and its shape is
# `(28, 28, 1)`. The 1 is the number of **channels**: a grey image has one value for each pixel, a
# colour image would have three (red, green, blue).

# %% [markdown]
# ## The data: MNIST
#
# **MNIST** is a set of 70,000 handwritten digits, collected so that programs that read them can be
# compared. Every image comes with its **label**, the digit that was meant. The set is divided into
# two **splits**:
#
# | split | images | for |
# |---|---|---|
# | `train` | 60,000 | learning: **training data** |
# | `test` | 10,000 | checking on images the network has not seen: **validation data** in chapter 8 |
#
# It is important that the two are separate. Why would checking on the training images say little?
# (Chapter 8 shows it.)
#
# TensorFlow Datasets, TFDS for short, knows this set by the name `mnist`. One line loads it:
#
# ```python
# mnist, mnist_info = tfds.load('mnist', with_info=True, shuffle_files=True,
#                               as_supervised=True, batch_size=-1)
# ```
#
# | argument | meaning |
# |---|---|
# | `with_info=True` | gives a description of the data as well, `mnist_info` |
# | `shuffle_files=True` | may read the files of a large data set in any order |
# | `as_supervised=True` | gives pairs of image and label |
# | `batch_size=-1` | everything at once, instead of small batches |
#
# What comes back, `mnist`, is a dictionary with one entry for each split. An entry is a pair: first all
# images, then all labels. So `mnist['train'][0]` are the training images, shape
# `(60000, 28, 28, 1)`, and `mnist['test'][1]` are the labels of the test images, shape `(10000,)`.
#
# **Task 1.** Write `load_mnist()`, which loads the set with this line and returns two pairs:
# `(training images, training labels), (test images, test labels)`. Leave the pixel values as they
# are. Loading takes a few seconds.

# %%
import matplotlib.pyplot as plt
import numpy as np
import tensorflow_datasets as tfds

# %%
if __name__ == "__main__":
    # MNIST comes with this kit. Here TFDS learns where it is, so that no network is needed.
    from autograder.course import mnist

    tfds.core.add_data_dir(str(mnist.prepare()))


# %%
def load_mnist():
    """
    Loads MNIST with TFDS.

    Returns (train_images, train_labels), (test_images, test_labels).
    Images: uint8, 0...255, shape (60000, 28, 28, 1) and (10000, 28, 28, 1).
    Labels: the digits 0...9, shape (60000,) and (10000,).
    """
    # TODO 1: load with the line from the text, then return the pair of each split.
    raise NotImplementedError("TODO 1")


# %%
if __name__ == "__main__":
    train, test = load_mnist()
    train_images, train_labels = np.asarray(train[0]), np.asarray(train[1])
    test_images, test_labels = np.asarray(test[0]), np.asarray(test[1])
    print(train_images.shape, train_labels.shape, test_images.shape, test_labels.shape)

# %% [markdown]
# ## Look at one
#
# Always look at your data before you compute with it. Matplotlib draws an array of pixel values with
# `plt.imshow`. Its own choice of colours for one-channel data is a scale from violet to yellow. Ask
# for grey, so that 0 is black and 255 is white: `cmap="gray"`. (Strictly speaking, it makes the
# smallest value of this image black and its largest white. Nearly all our images have both 0 and 255;
# for others, `vmin=0, vmax=255` sets the ends of the scale.)
#
# (Image 0 here may be another than image 0 in someone else's book: TFDS mixes the examples when it
# stores them. Image and label still belong together, because they are mixed as pairs.)
#
# **Task 2.** Write `show_image(images, index)`, which draws the image number `index` in grey.


# %%
def show_image(images, index):
    """
    Draws one image in grey: 0 is black, 255 is white.

    images: pixel values 0...255, shape (n, height, width, 1). index: which one, from 0.
    """
    # TODO 2: choose the image, draw it with a grey colour map, show it.
    raise NotImplementedError("TODO 2")


# %%
if __name__ == "__main__":
    show_image(train_images, 0)
    print("label:", train_labels[0])

# %% [markdown]
# ## What the numbers say
#
# Four questions help with any array of data that you meet for the first time. Which **shape** does it
# have? What kind of number is in it (**dtype**)? What are the **smallest** and the **largest** value?
#
# ### By hand
#
# Here is an image of 3 rows and 3 columns:
#
# $$\begin{pmatrix} 0 & 0 & 51 \\ 0 & 204 & 255 \\ 0 & 102 & 0 \end{pmatrix}$$
#
# Its shape, with one channel, is `(3, 3, 1)`. The smallest value is 0, the largest 255, and 5 of its 9
# pixels are black. Can you see where it is brightest? In the middle and to the right of it.
#
# **Task 3.** Write `describe_image(image)`, which returns these facts in a dictionary:
#
# | key | value | for the image above |
# |---|---|---|
# | `"shape"` | shape of the array | `(3, 3, 1)` |
# | `"dtype"` | name of the kind of number, as text | `"uint8"` |
# | `"min"` | smallest pixel value | `0` |
# | `"max"` | largest pixel value | `255` |
# | `"black"` | number of black pixels (value 0) | `5` |


# %%
def describe_image(image):
    """
    The facts about one image.

    image: pixel values, shape (height, width, 1).
    Returns a dict with "shape", "dtype" (text), "min", "max" and "black".
    """
    # TODO 3: ask the array itself; don't write the numbers of one image here.
    raise NotImplementedError("TODO 3")


# %%
if __name__ == "__main__":
    print(describe_image(train_images[0]))

# %% [markdown]
# ## From 0…255 to 0…1
#
# Networks learn best from numbers of moderate size. So pixel values are brought to the range from 0 to
# 1 before training: **divide every value by 255**. Black stays 0, white becomes 1, and $51$ becomes
# $51 / 255 = 0.2$. The 3-by-3 image from above becomes
#
# $$\begin{pmatrix} 0 & 0 & 0.2 \\ 0 & 0.8 & 1 \\ 0 & 0.4 & 0 \end{pmatrix}$$
#
# (picture: Two number lines, one above the other: the pixel values 0, 51, 102, 153, 204 and 255 above, and the
# numbers 0, 0.2, 0.4, 0.6, 0.8 and 1 below, joined by lines)
#
# It looks easy, and there are four traps:
#
# - **Why 255, not 256?** There are 256 different values, but the largest is 255, and white should
#   become exactly 1.
# - **The same divisor for all images.** Dividing each image by its own largest value would make a
#   faint digit as bright as a bold one, and test images would be treated otherwise than training
#   images.
# - **`uint8` has no room.** With 8-bit numbers $250 + 10$ is $4$: past 255 counting starts again at 0,
#   without an error. And nothing between 0 and 1 fits into them. So change to another kind of number
#   *first*, then compute.
# - **`float32` is enough.** It is what TensorFlow computes with. NumPy's own choice, `float64`, takes
#   twice the memory: 376 MB instead of 188 MB for the training images.
#
# **Task 4.** Write `to_unit_range(images)`. It returns a new `float32` array; the array that it was
# given stays as it was.


# %%
def to_unit_range(images):
    """
    Pixel values as numbers from 0 to 1.

    images: pixel values 0...255, uint8 or float, of any shape. They are not changed.
    Returns float32, same shape: 0 for black, exactly 1 for white.
    """
    # TODO 4: first another kind of number, then the division.
    raise NotImplementedError("TODO 4")


# %%
if __name__ == "__main__":
    x_train = to_unit_range(train_images)
    print(x_train.dtype, x_train.min(), x_train.max())

# %% [markdown]
# ## How many of each?
#
# If nine of ten images showed a 1, a network could answer "1" every time and have an accuracy of 0.9.
# So count how often each class occurs before you believe an accuracy.
#
# **By hand:** in the labels `3, 1, 3, 9, 3` the digit 3 occurs three times, 1 and 9 once, the others
# not at all. The counts, from digit 0 to digit 9, are `0, 1, 0, 3, 0, 0, 0, 0, 0, 1`. A digit that does
# not occur keeps its place, with a 0.
#
# **Task 5.** Write `class_counts(labels)`, which returns the ten counts.


# %%
def class_counts(labels):
    """
    How often each digit occurs.

    labels: digits 0...9, shape (n,). Returns ten counts, for the digits 0 to 9 in this order.
    """
    # TODO 5: ten counts, also for digits that do not occur.
    raise NotImplementedError("TODO 5")


# %%
if __name__ == "__main__":
    print(class_counts(train_labels))

# %% [markdown]
# No digit is rare: the rarest, 5, has 5,421 training images and the most frequent, 1, has 6,742.
# Always answering "1" would be right for about one image in nine.
#
# ## How large are the splits?
#
# A split is a *pair* of images and labels, so its length in Python is 2. The number of examples is the
# number of its images (and there are as many labels).
#
# **Task 6.** Write `split_sizes(train, test)`, which returns the number of training examples and the
# number of test examples, for splits of any size.


# %%
def split_sizes(train, test):
    """
    Number of examples in each split.

    train, test: pairs (images, labels), as load_mnist returns them.
    Returns (number of training examples, number of test examples).
    """
    # TODO 6: count the examples, not the parts of the pair.
    raise NotImplementedError("TODO 6")


# %%
if __name__ == "__main__":
    print(split_sizes(train, test))

# %% [markdown]
# ### What you know now
#
# - An image is a table of **pixel values**: 0 is black, 255 is white, and `uint8` is their kind.
# - MNIST has 60,000 training and 10,000 test images of shape `(28, 28, 1)`, with labels 0 to 9.
# - Before training, pixel values become `float32` numbers from 0 to 1: divided by 255, all of them.
#
# In chapter 7 you build the network whose input are these $28 \times 28$ numbers.
