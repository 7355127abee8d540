"""7. Build the network

Fill in what is marked TODO. Check your work with: kata check 07
Run this file to try your functions: python build.py
"""

# %% [markdown]
# # 7. Build the network
#
# In this chapter you build the network that the rest of the course trains. It takes a handwritten
# digit, a picture of 28 × 28 pixels, and answers with ten numbers: how strongly it believes in a
# 0, in a 1, … in a 9.
#
# You will build it with **Keras**, three layers in a few lines. But first you will predict, with
# pencil and paper, how many numbers the network has to learn. If you can count them, you have
# understood what a layer is. There are four tasks, and they take about 30 minutes.

# %% [markdown]
# ## The plan
#
# (picture: The network: an image of 28 by 28 pixels is laid out as a row of 784 numbers; each of them is
# connected to each of 64 neurons (ReLU), and each of those to each of 10 neurons (softmax), one for
# each digit)
#
# | layer | what it does | numbers that come out |
# |---|---|---|
# | input | one image: 28 rows, 28 columns, 1 grey value a pixel | 28 × 28 × 1 |
# | **Flatten** | lays the rows of the image end to end; computes nothing | 784 |
# | **Dense**, 64 neurons, ReLU | looks for patterns in the pixels | 64 |
# | **Dense**, 10 neurons, softmax | weighs the patterns up: one neuron for each digit | 10 |
#
# **Why Flatten?** A neuron of a Dense layer wants one row of numbers, but an image is a table.
# Flatten takes the first row of pixels, then the second, and so on. No number is lost or changed:
# $28 \times 28 \times 1 = 784$.
#
# (picture: Flatten: the three rows of a small image of 3 by 4 pixels are laid end to end and become one row
# of 12 numbers)
#
# **Why ReLU in the middle?** Without an activation function the two Dense layers together could do
# no more than one (chapter 2). The layer in the middle is called the **hidden layer**: what its
# neurons give out is seen neither at the input nor at the output.
#
# **Why softmax at the end?** It turns any ten numbers into ten **shares**: each lies between 0 and
# 1, and together they make 1. Say three neurons have the weighted sums $2$, $1$ and $0$. Softmax
# raises $e$ to each of them, $7.39$, $2.72$ and $1.00$, and divides by the total, $11.11$:
#
# $$0.67 + 0.24 + 0.09 = 1$$
#
# The strongest stays the strongest, and its share says how sure the network is. Ten separate
# sigmoids would not do that: all ten could be near 1 at once, though a digit is only one digit.

# %% [markdown]
# ## Counting what is learned
#
# Learning changes the **weights** and the **biases** of a network. Together they are called its
# **parameters**. How many does a Dense layer have? Every input is connected to every neuron by a
# weight of its own, and every neuron has one bias. By hand, for 3 inputs and 2 neurons:
#
# (picture: Three inputs and two neurons: six lines join each input with each neuron, and each of the two
# neurons has one bias, which makes 6 + 2 = 8 parameters)
#
# - weights: $3 \times 2 = 6$ lines in the picture,
# - biases: $2$, one for each **neuron** (not one for each input, and not one for the whole layer),
# - together $6 + 2 = 8$ parameters.
#
# ## Task 1: the parameters of a Dense layer
#
# Write `dense_parameters(n_in, n_out)`: how many parameters has a Dense layer with `n_in` inputs
# and `n_out` neurons? It has to hold for any layer.

# %%
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorflow import keras


# %%
def dense_parameters(n_in, n_out):
    """
    Number of parameters (weights and biases) of a Dense layer.

    n_in: number of inputs; n_out: number of neurons. Returns a whole number.
    """
    # TODO 1: one weight for each pair of input and neuron, one bias for each neuron.
    raise NotImplementedError("TODO 1")


# %%
if __name__ == "__main__":
    # The layer in the picture: 8 by hand.
    print("TensorFlow", tf.__version__)
    print(dense_parameters(3, 2))

# %% [markdown]
# ## Task 2: predict the network
#
# Now for the network of the plan. Compute by hand (a calculator is fine) how many parameters each
# of the two Dense layers has, and how many the whole network has. What comes into the first one:
# 28 numbers, or 784? And what comes into the second one?
#
# Write the three numbers down here, as plain numbers. Soon Keras will count too, and you will see
# whether you were right.

# %%
# TODO 2: write a number in the place of None, three times.

# parameters of the hidden layer (the Dense layer of 64 neurons)
HIDDEN_PARAMETERS = None

# parameters of the output layer (the Dense layer of 10 neurons)
OUTPUT_PARAMETERS = None

# parameters of the whole network
TOTAL_PARAMETERS = None

# %% [markdown]
# ## How Keras says it
#
# A **Sequential** model is a list of layers; the data passes through them from the first to the
# last. Here is a network for another job, so that you can see how it is written: `small_network`
# sorts small images of 6 × 5 pixels into 3 kinds. Run it, and compare the summary with what you would have
# predicted. (Flatten: $6 \times 5 = 30$ numbers. First Dense layer: $30 \times 8 + 8 = 248$. Second
# one: $8 \times 3 + 3 = 27$.)
#
# The column *Output Shape* starts with `None`. That is the number of images, which is left open:
# the same network takes one image, or 60,000 at once.


# %%
def small_network(kinds=3):
    """
    An example for another job: images of 6 x 5 pixels, sorted into a few kinds.
    """
    return keras.Sequential(
        [
            keras.Input(shape=(6, 5, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(units=8, activation="relu"),
            keras.layers.Dense(units=kinds, activation="softmax"),
        ]
    )


# %%
if __name__ == "__main__":
    example = small_network()
    example.summary()

# %% [markdown]
# ## Task 3: build the model
#
# Write `build_model(hidden_units=64)`, which returns the network of the plan:
#
# - it takes images of shape `(28, 28, 1)`: say so with `keras.Input`, as in the example;
# - then Flatten;
# - then a Dense layer of `hidden_units` neurons with ReLU. 64 is only the default: whoever calls
#   `build_model(128)` wants 128 neurons;
# - then a Dense layer of 10 neurons with softmax;
# - and nothing else.
#
# There are several ways to write this in Keras, and all of them count. Activations can be written as
# `"relu"` or `tf.nn.relu`, for example. In older programs you find the input shape inside Flatten,
# `Flatten(input_shape=(28, 28, 1))`: that works too, but today's Keras prints a warning.


# %%
def build_model(hidden_units=64):
    """
    The network of the plan, not trained yet.

    hidden_units: number of neurons in the hidden layer
    Returns a Keras model: images (n, 28, 28, 1) in, ten shares (n, 10) out.
    """
    # TODO 3: the input, Flatten, and two Dense layers.
    raise NotImplementedError("TODO 3")


# %% [markdown]
# ## Look at it
#
# `summary()` prints the layers of your model. Compare its last column with your three numbers: did
# you predict it right? (`summary()` does the printing itself. If you write `print(m.summary())`, as
# many programs do, you see an extra `None` at the end: that is what `summary()` gives back.)

# %%
if __name__ == "__main__":
    m = build_model()
    m.summary()
    print("by hand:", HIDDEN_PARAMETERS, OUTPUT_PARAMETERS, TOTAL_PARAMETERS)

# %% [markdown]
# What happens if the hidden layer gets wider? Nearly all parameters sit between the pixels and the
# hidden layer, so twice the neurons means about twice the parameters.

# %%
if __name__ == "__main__":
    for units in (64, 128, 1000):
        by_formula = dense_parameters(784, units) + dense_parameters(units, 10)
        print(units, by_formula, build_model(units).count_params())

# %% [markdown]
# And what does the network say about an image? It has not learned anything: its weights are random
# numbers. So its answer means nothing yet, and it changes when you run the cell again. But it already
# has the right form: ten shares that make 1 together.

# %%
if __name__ == "__main__":
    image = np.random.default_rng(0).random((1, 28, 28, 1)).astype("float32")
    shares = build_model().predict(image, verbose=0)[0]
    print(shares.round(2), "sum:", shares.sum().round(4))

# %% [markdown]
# ## Task 4: draw it
#
# Keras can also draw a model: `keras.utils.plot_model(model, to_file=…)` writes a picture to a file.
# Write `draw_model(model, path)`: it draws **the model that it is given** into the PNG file `path`,
# **with the shapes shown** (look at the option `show_shapes`), so that one sees in the picture how
# 28 × 28 × 1 becomes 784, then 64, then 10. What the function returns does not matter.
#
# (`plot_model` needs the program Graphviz. If it says that it is missing: on Debian and Ubuntu
# `apt install graphviz` installs it, on a Mac `brew install graphviz`.)


# %%
def draw_model(model, path):
    """
    Draws a model, with the shapes of its layers, into a PNG file.

    model: a Keras model; path: name of the file, such as "model.png"
    """
    # TODO 4: let Keras draw this model into this file, with the shapes shown.
    raise NotImplementedError("TODO 4")


# %%
if __name__ == "__main__":
    draw_model(build_model(), "model.png")
    plt.figure(figsize=(5, 6))
    plt.imshow(plt.imread("model.png"))
    plt.axis("off")
    plt.show()

# %% [markdown]
# ## To think about
#
# - The network has 50,890 parameters. How many of them belong to a single neuron of the hidden layer?
# - Chapter 5 showed a network with 128 neurons in the hidden layer, this one has 64, and in chapter
#   9 you will try 1000. Who decides on this number? Not the data, and not the learning: you do. In
#   chapter 9 you will see whether more is always better.
# - The weights are random now. In the next chapter the network learns them from 60,000 images.
