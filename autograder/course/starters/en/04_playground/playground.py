"""4. Learning, watched in a playground

Fill in what is marked TODO. Check your work with: kata check 04
Run this file to try your functions: python playground.py
"""

# %% [markdown]
# # 4. Learning, watched in a playground
#
# A neural network is not programmed, it **learns**. You build the ability to learn into it, and then
# you give it data. In this chapter you watch that happen. The networks are small enough to see every
# neuron, and the data are points in a plane, blue or orange. The network has to find out, from
# examples alone, where blue ends and orange begins.
#
# The idea is that of [TensorFlow Playground](https://playground.tensorflow.org/), a website where
# one sets up a network with the mouse and watches it learn. This kit brings a playground of its own,
# which needs no network. After playing, you build the same thing in Keras, piece by piece. There are
# six tasks, and they take about 45 minutes.

# %% [markdown]
# ## Play first
#
# Run the cell below and press **Play**. On the left are the **features** that go into the network, in
# the middle its hidden layers, on the right its output. Every little square is one neuron, drawn as a
# map: it is blue where the neuron's output is high, orange where it is low. A line is a connection:
# blue for a positive weight, orange for a negative one, and the thicker the larger the weight.
#
# (picture: The playground after 150 epochs on the circle: the features x1 and x2 on the left, four and two
# hidden neurons whose maps show slanted edges, and an output map with a blue region around the blue
# points in the centre)
#
# Try these, and guess before each what will happen:
#
# 1. Circle, features $x_1$ and $x_2$, hidden layers of 4 and 2 neurons. (This is how it starts.)
# 2. The same without any hidden layer. What shape does the border have now, and why can't it work?
# 3. Still without a hidden layer, but with the features $x_1^2$ and $x_2^2$ instead.
# 4. XOR. Which single feature is enough?
# 5. Two hidden layers, but the activation "linear". Does it help that the network is deep?
# 6. The spiral. This one is hard!

# %%
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorflow import keras

# %%
if __name__ == "__main__":
    from autograder.playground import Playground

    Playground(lang="en")

# %% [markdown]
# ## The data
#
# The playground has four data sets of 500 points $(x_1, x_2)$. Each point has a **label**: 1 (blue)
# or 0 (orange). `noise`, from 0 to 0.5, makes them harder: points are moved or get the wrong label.
#
# (picture: The four data sets: circle, a blue disc in an orange ring; XOR, four squares in the colours of a
# chessboard; Gauss, two clouds; spiral, two arms wound around each other)
#
# The four functions below make them. They are given, there is nothing to do. `points` has shape
# `(n, 2)`, one point a row, and `labels` has shape `(n,)`. The points come in mixed order.


# %%
def mixed(rng, points, labels):
    """
    The points and their labels in mixed order.
    """
    order = rng.permutation(len(points))
    return points[order], labels[order].astype("int64")


def make_circle(n=500, noise=0.0, seed=0):
    """
    Label 1 in a disc (distance 0 to 2.5 from the centre), label 0 in a ring (3.5 to 5).
    """
    rng = np.random.default_rng(seed)
    half = n // 2
    distance = np.concatenate([rng.uniform(0, 2.5, half), rng.uniform(3.5, 5, n - half)])
    angle = rng.uniform(0, 2 * np.pi, n)
    points = np.column_stack([distance * np.sin(angle), distance * np.cos(angle)])
    moved = points + rng.uniform(-5, 5, (n, 2)) * noise
    return mixed(rng, points, np.hypot(moved[:, 0], moved[:, 1]) < 2.5)


def make_xor(n=500, noise=0.0, seed=0):
    """
    Label 1 where x1 and x2 have the same sign; a gap of 0.3 on either side of the axes.
    """
    rng = np.random.default_rng(seed)
    points = rng.uniform(-5, 5, (n, 2))
    points += np.where(points > 0, 0.3, -0.3)
    moved = points + rng.uniform(-5, 5, (n, 2)) * noise
    return mixed(rng, points, moved[:, 0] * moved[:, 1] >= 0)


def make_gauss(n=500, noise=0.0, seed=0):
    """
    Two clouds: label 1 around (2, 2), label 0 around (-2, -2).
    """
    rng = np.random.default_rng(seed)
    half = n // 2
    labels = np.concatenate([np.ones(half), np.zeros(n - half)])
    centres = np.where(labels == 1, 2.0, -2.0)
    points = centres[:, None] + rng.normal(0, np.sqrt(0.5 + 7 * noise), (n, 2))
    return mixed(rng, points, labels)


def make_spiral(n=500, noise=0.0, seed=0):
    """
    Two arms of a spiral, one for each label.
    """
    rng = np.random.default_rng(seed)
    half = n // 2
    labels = np.concatenate([np.ones(half), np.zeros(n - half)])
    along = np.concatenate([np.arange(half) / half, np.arange(n - half) / (n - half)])
    angle = 1.75 * along * 2 * np.pi + np.where(labels == 1, 0.0, np.pi)
    points = 5 * along[:, None] * np.column_stack([np.sin(angle), np.cos(angle)])
    return mixed(rng, points + rng.uniform(-1, 1, (n, 2)) * noise, labels)


# %%
if __name__ == "__main__":
    points, labels = make_circle()
    print(points.shape, labels.shape, points[0].round(2), labels[0])
    plt.scatter(points[:, 0], points[:, 1], c=labels, cmap="RdYlBu", edgecolors="white")
    plt.gca().set_aspect("equal")
    plt.show()

# %% [markdown]
# ## Task 1: features
#
# One neuron computes a weighted sum of its inputs, and its border is a straight line (chapter 2). No
# straight line separates the disc from the ring. But what goes into the network need not be $x_1$ and
# $x_2$ themselves. **Preprocessing** computes new numbers from them, the **features**, and each
# lights up in another part of the plane: $x_1$ on the right, $-x_1^2 - x_2^2$ near the centre, $x_1
# x_2$ in two corners.
#
# (picture: Maps of the seven features: x1 and x2 rise to the right and to the top; the squares are high at
# two opposite sides; the product is high in two opposite corners; the sines are
# stripes)
#
# By hand, for the point $(2, -3)$:
#
# | name | `x1` | `x2` | `x1^2` | `x2^2` | `x1*x2` | `sin(x1)` | `sin(x2)` |
# |---|---|---|---|---|---|---|---|
# | value | $2$ | $-3$ | $4$ | $9$ | $-6$ | $0.909$ | $-0.141$ |
#
# (The sine is that of NumPy, `np.sin`, with the angle in radians.)
#
# Write `features(points, names)`. `points` has shape `(n, 2)`, and `names` is a list of some of these
# seven names. The result has one row for each point and **one column for each name, in the order of
# `names`**: shape `(n, len(names))`, for a single name too. As always, `points` stays as it was.


# %%
def features(points, names):
    """
    The features with these names, one a column.

    points: shape (n, 2), one point a row
    names: list of "x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"
    Returns an array of shape (n, len(names)).
    """
    # TODO 1: compute the features, then put those in names side by side.
    raise NotImplementedError("TODO 1")


# %%
if __name__ == "__main__":
    print(features(np.array([[2.0, -3.0], [1.0, 0.5]]), ["x1^2", "x2^2", "x1*x2"]))

# %% [markdown]
# ## Task 2: a small network
#
# A network of the playground has some **hidden layers** and an **output layer** of one neuron. The
# list `hidden` says how many neurons each hidden layer has: `[4, 2]` means 4, then 2. With two
# features that is the network 2-4-2-1 in the picture at the top. The empty list means no hidden layer
# at all: the features go straight to the single output neuron.
#
# - The hidden neurons use **tanh**, an S like the sigmoid but from $-1$ to $1$. Without it the network
#   could be as deep as you like and would still draw a straight line.
# - The output neuron uses the **sigmoid**, so it can be read as "how sure am I that this is blue?"
#   above 0.5 blue, below 0.5 orange.
#
# Keras builds such a network from a list of layers. Here is how a `Sequential` model begins, and how
# a layer is added:
#
# ```python
# model = keras.Sequential([keras.Input(shape=(3,))])     # three numbers come in
# model.add(keras.layers.Dense(5, activation="tanh"))     # five neurons, each joined with all three
# ```
#
# Write `build_net(n_features, hidden)`, which returns such a model for any number of features and any
# list.


# %%
def build_net(n_features, hidden):
    """
    A network with these hidden layers (tanh) and one output neuron (sigmoid).

    n_features: how many numbers come in; hidden: neurons of each hidden layer, such as [4, 2]
    Returns a Keras model: features (n, n_features) in, outputs (n, 1) out.
    """
    # TODO 2: the input, one Dense layer for each number in hidden, the output layer.
    raise NotImplementedError("TODO 2")


# %%
if __name__ == "__main__":
    print("TensorFlow", tf.__version__)
    build_net(2, [4, 2]).summary()

# %% [markdown]
# ## What learning is
#
# At first all weights are random, and so are the answers. Learning means: show an example, compare
# the answer with the label, and move **every weight a little in the direction that makes the error
# smaller**. Then the next example, thousands of times.
#
# By hand, for one neuron with one input: weight $0.5$, bias $-1$, input $2$, label $1$.
#
# | step | computation | result |
# |---|---|---|
# | answer | $\sigma(0.5 \times 2 - 1) = \sigma(0)$ | $0.5$ |
# | error | answer − label $= 0.5 - 1$ | $-0.5$ (too low) |
# | new weight | $0.5 - 0.03 \times (-0.5) \times 2$ | $0.53$ |
# | new bias | $-1 - 0.03 \times (-0.5)$ | $-0.985$ |
# | answer now | $\sigma(0.53 \times 2 - 0.985) = \sigma(0.075)$ | $0.519$: a little better |
#
# The number $0.03$ is the **learning rate**: the size of the steps. Too small, and learning takes for
# ever; too large, and it jumps over its goal. For hidden layers the rule is the same in spirit, and
# Keras works the directions out.
#
# (picture: Learning goes round in a circle: points go in, the network answers, the answer is compared with
# the label, which gives the loss, and every weight is moved a little to make the loss
# smaller)
#
# ## Task 3: let it learn
#
# In Keras `model.compile(...)` says how to learn, and `model.fit(...)` learns. Write
# `train(model, x, y, epochs)` with these settings, and return what `fit` returns, the **history**:
#
# | setting | value | what it means |
# |---|---|---|
# | `optimizer` | `keras.optimizers.Adam(learning_rate=0.03)` | the rule for moving the weights |
# | `loss` | `"binary_crossentropy"` | the error for two classes |
# | `batch_size` | `10` | 10 points are shown before the weights are moved |
# | `epochs` | the argument `epochs` | how often it sees all the points |
#
# `x` are the features, shape `(n, d)`, and `y` the labels. It is `model` itself that learns: after the
# call its weights are different.


# %%
def train(model, x, y, epochs):
    """
    Lets the model learn, for this number of epochs.

    x: features, shape (n, d); y: labels 0 or 1, shape (n,)
    Returns the history, with the loss after each epoch.
    """
    # TODO 3: compile with the settings of the table, then fit.
    raise NotImplementedError("TODO 3")


# %% [markdown]
# Let one neuron learn the two clouds, and look at its weights before and after. That is all that
# learning changes. The loss goes down from epoch to epoch.

# %%
if __name__ == "__main__":
    points, labels = make_gauss()
    neuron = build_net(2, [])
    before = neuron.get_weights()
    history = train(neuron, features(points, ["x1", "x2"]), labels, epochs=10)
    after = neuron.get_weights()
    print("weights before:", before[0].ravel().round(2), "bias:", before[1].round(2))
    print("weights after: ", after[0].ravel().round(2), "bias:", after[1].round(2))
    print("loss:", [round(value, 3) for value in history.history["loss"]])

# %% [markdown]
# ## Task 4: fresh points
#
# A network may be right on the points that it has learned from and still have understood nothing: it
# could have learned them by heart. What counts is how it does on points that it has **never seen**.
# So the playground learns from half of the points only. The other half is for testing.
#
# **First** write `accuracy_on(model, x, y)`: the share of points, from 0 to 1, whose class the model
# gets right. An output above 0.5 counts as class 1, otherwise it is class 0. By hand: outputs $0.9,
# 0.2, 0.6, 0.4$ with labels $1, 0, 0, 0$. The classes are $1, 0, 1, 0$, and three of four are right:
# $0.75$. (`model.predict(x, verbose=0)` gives the outputs. Look at their shape!)
#
# **Then** write `experiment(points, labels, names, hidden, epochs)`:
#
# 1. make the features with these names (of the points, and of nothing else);
# 2. build a network with these hidden layers;
# 3. train it on the **first half** of the points, numbers 0 to `len(points) // 2 - 1`;
# 4. return three things: the trained model, its accuracy on the first half, which it has seen, and its
#    accuracy on the **second half**, which it has not.


# %%
def accuracy_on(model, x, y):
    """
    Share of the points, 0 to 1, whose class the model gets right.

    x: features, shape (n, d); y: labels 0 or 1, shape (n,). Returns one number.
    """
    # TODO 4: outputs above 0.5 are class 1; compare with y; the share that agrees.
    raise NotImplementedError("TODO 4")


def experiment(points, labels, names, hidden, epochs):
    """
    Trains a new network on the first half of the points and tests it on both halves.

    names: features to use; hidden: neurons of each hidden layer
    Returns (model, accuracy on the first half, accuracy on the second half).
    """
    # TODO 4: features, network, training on the first half, accuracy on both.
    raise NotImplementedError("TODO 4")


# %% [markdown]
# First the circle with the raw coordinates and a single neuron, then with a hidden layer. And then
# something nasty: 40 points whose labels are pure chance. Nothing can be learned from them, except by
# heart. Which of the two accuracies tells you so?

# %%
if __name__ == "__main__":
    points, labels = make_circle()
    for hidden in ([], [4]):
        model, seen, fresh = experiment(points, labels, ["x1", "x2"], hidden, epochs=25)
        print(hidden, "seen:", round(seen, 3), "fresh:", round(fresh, 3))
    chance = np.random.default_rng(1).integers(0, 2, 40)
    _, seen, fresh = experiment(points[:40], chance, ["x1", "x2"], [8, 8], epochs=150)
    print("chance, seen:", round(seen, 3), "fresh:", round(fresh, 3))

# %% [markdown]
# ## Task 5: draw what it has learned
#
# The map at the right of the playground shows the network's answer for **every** place of the square
# from $-6$ to $6$, not only for the points. One sees at a glance what it has understood.
#
# Write `decision_map(model, names, size)`: an array of shape `(size, size)` of the model's outputs.
# With `line = np.linspace(-6, 6, size)`, row `i` and column `j` hold the output at
# $x_1 =$ `line[j]`, $x_2 =$ `line[i]`. So **row 0 is the bottom of the square** ($x_2 = -6$), and
# column 0 is its left side. The model wants features, not points: `names` says which.
#
# | `size = 3` | column 0 | column 1 | column 2 |
# |---|---|---|---|
# | row 0 | output at $(-6, -6)$ | output at $(0, -6)$ | output at $(6, -6)$ |
# | row 1 | output at $(-6, 0)$ | output at $(0, 0)$ | output at $(6, 0)$ |
# | row 2 | output at $(-6, 6)$ | output at $(0, 6)$ | output at $(6, 6)$ |
#
# Then write `draw_map(model, names, points, labels)`: it draws that map with matplotlib, the points on
# top of it in two colours, and names the axes `x1` and `x2`. Mind the direction: a picture usually has
# row 0 at the **top**, but $x_2$ grows upwards. What the function returns does not matter.


# %%
def decision_map(model, names, size):
    """
    The model's outputs over the square from -6 to 6.

    names: features that the model takes; size: places in either direction
    Returns an array of shape (size, size); row 0 is x2 = -6, column 0 is x1 = -6.
    """
    # TODO 5: all places of the square, their features, the outputs, in a square again.
    raise NotImplementedError("TODO 5")


def draw_map(model, names, points, labels):
    """
    Draws the map of the model with the points on top.

    names: features that the model takes; points: shape (n, 2); labels: shape (n,)
    """
    # TODO 5: the map with row 0 at the bottom, the points, the names of the axes.
    raise NotImplementedError("TODO 5")


# %%
if __name__ == "__main__":
    points, labels = make_circle()
    model, _, _ = experiment(points, labels, ["x1", "x2"], [4], epochs=25)
    draw_map(model, ["x1", "x2"], points, labels)
    plt.show()

# %% [markdown]
# ## Task 6: choose the features
#
# Now you have a playground of your own, in code. Use it, and the one at the top, to find out:
#
# - `CIRCLE_FEATURES`: the **two** features from which **one neuron** separates the circle;
# - `XOR_FEATURES`: the **one** feature from which **one neuron** separates XOR;
# - `SPIRAL_FEATURES` and `SPIRAL_HIDDEN`: features and hidden layers that learn the spiral in 60
#   epochs. There are many good answers. What is asked for is an accuracy of at least 0.9 on fresh
#   points, with at most 20 hidden neurons in all, so that it stays quick. Look for one with 0.95 or
#   more, because the next run starts from other random weights.
#
# Each is a list, such as `["x1", "x2"]` or `[4, 2]`. The checks train your network with your
# functions, on points that you have never seen.

# %%
# TODO 6: write a list in the place of None, four times.

# two features, one neuron
CIRCLE_FEATURES = None

# one feature, one neuron
XOR_FEATURES = None

# any features, and the neurons of each hidden layer, 20 at most in all
SPIRAL_FEATURES = None
SPIRAL_HIDDEN = None

# %%
if __name__ == "__main__":
    points, labels = make_spiral()
    model, seen, fresh = experiment(points, labels, SPIRAL_FEATURES, SPIRAL_HIDDEN, epochs=60)
    print("seen:", round(seen, 3), "fresh:", round(fresh, 3))
    draw_map(model, SPIRAL_FEATURES, points, labels)
    plt.show()

# %% [markdown]
# ## What to take with you
#
# - Data flows from the input to the output. Learning changes the **weights of the connections**, and
#   nothing else.
# - A good feature can make a problem easy: the circle needs one neuron, if it is given the squares.
#   A hidden layer finds such features **by itself**. That is what "deep" learning is about.
# - Layers alone do not help: without an activation function they still draw a straight line.
# - Only fresh points show whether something has been understood. In chapter 8 this becomes a curve.
