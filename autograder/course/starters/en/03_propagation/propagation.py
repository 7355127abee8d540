"""3. Activation and propagation

Fill in what is marked TODO. Check your work with: kata check 03
Run this file to try your functions: python propagation.py
"""

# %% [markdown]
# # 3. Activation and propagation
#
# In chapter 2 you built one neuron. Here you build **layers** of neurons, put the layers one after
# the other, and send an input through them. While it travels, some neurons light up and others stay
# dark, and which ones do depends on the input. That is all that a neural network does when it
# answers a question; with the functions of this chapter you could run any of the networks that you
# will train later.
#
# There are five tasks, and they take about 35 minutes. You need NumPy only. (If you skipped chapter
# 2: a neuron multiplies each input by a weight, adds the products up, adds a bias, and puts the
# result through an activation function.)

# %% [markdown]
# ## A network and its connections
#
# Here is the network that we follow through the whole chapter. It decides about a walk. Its inputs
# are the hours of sunshine and the strength of the wind, and it has two outputs: one neuron for
# "walk" and one for "stay at home". Between them there is a layer of three neurons. It is neither
# input nor output, so nobody sees it from outside: it is called a **hidden layer**.
#
# (picture: A network: two inputs on the left, three hidden neurons in the middle, two output neurons on the
# right; every neuron is connected to every neuron of the layer before)
#
# Every neuron is connected to **all** neurons of the layer before it. (Such a layer is called
# *fully connected*, or *dense*.) Each connection has its own weight. So how many are there?
#
# - From the 2 inputs to the 3 hidden neurons: $2 \times 3 = 6$.
# - From the 3 hidden neurons to the 2 outputs: $3 \times 2 = 6$.
# - Together: $6 + 6 = 12$.
#
# The inputs are no neurons, they only hold the numbers that go in. Biases are no connections
# either: each belongs to a single neuron.
#
# ## Task 1: count the connections
#
# Write `count_connections(sizes)`. `sizes` is a list with the number of inputs, then the number of
# neurons in each layer, such as `[2, 3, 2]` for the network above. It can have any length from 2
# on.

# %%
import numpy as np


# %%
def count_connections(sizes):
    """
    Number of connections (weights, without biases) in a network of dense layers.

    sizes: number of inputs, then the number of neurons in each layer, such as [2, 3, 2]
    """
    # TODO 1: each layer has (neurons before) x (neurons) connections. Add up over the layers.
    raise NotImplementedError("TODO 1")


# %% [markdown]
# ## A layer is many neurons side by side
#
# All the neurons of a layer see the same inputs, but each has its own weights and its own bias. One
# could compute them one by one. It is simpler to write all weights into one table, a **matrix** $W$
# of shape `(n_in, n_out)`:
#
# - **one column for each neuron** of the layer,
# - one row for each input.
#
# So `W[i, j]` is the weight of the connection from input `i` to neuron `j`. (Keras stores its
# weights like this too.) The biases are an array `b` of shape `(n_out,)`, one for each neuron.
#
# (picture: Hidden layer: the input (2, 1) times the 2 × 3 matrix of weights, plus the bias, gives the sums
# 2, 1, −0.5; ReLU makes 2, 1, 0 of them. The column of the first neuron is
# highlighted)
#
# **By hand**, for $x = (2, 1)$, two hours of sunshine and a light wind:
#
# | neuron | weighted sum | bias | $z$ | $\mathrm{relu}(z)$ |
# |---|---|---|---|---|
# | 0 | $1 \times 2 + 1 \times 1 = 3$ | $-1$ | $2$ | $2$ |
# | 1 | $-1 \times 2 + 2 \times 1 = 0$ | $1$ | $1$ | $1$ |
# | 2 | $0.5 \times 2 - 2 \times 1 = -1$ | $0.5$ | $-0.5$ | $0$ |
#
# All three sums at once are the matrix product of $x$ and $W$, plus $b$: each number of the result
# is "the row $x$ times one column of $W$". For a batch `x` of shape `(n, n_in)` the same product
# gives one row of results for each row of `x`: shape `(n, n_out)`.
#
# ## Task 2: a dense layer
#
# Write `dense(x, W, b, activation)`: for one input of shape `(n_in,)` it gives the activations of
# the layer's neurons, shape `(n_out,)`; for a batch of shape `(n, n_in)` it gives shape
# `(n, n_out)`. The `activation` is a name from the table `ACTIVATIONS` below, which leads to the
# function: `ACTIVATIONS["relu"]` is `relu`. (`"linear"` means: leave the sums as they are.)
#
# As always, a function leaves its arguments as they were: do not write into `x`, `W` or `b`.


# %%
def linear(z):
    """
    Leaves the weighted sums as they are.
    """
    return z


def relu(z):
    """
    Positive numbers stay, negative ones become 0.
    """
    return np.maximum(0.0, z)


def sigmoid(z):
    """
    Between 0 and 1, written with tanh, which never overflows.
    """
    return 0.5 * (1.0 + np.tanh(0.5 * z))


ACTIVATIONS = {"linear": linear, "relu": relu, "sigmoid": sigmoid}


# %%
def dense(x, W, b, activation):
    """
    Activations of a fully connected layer.

    x: one input, shape (n_in,), or a batch, shape (n, n_in)
    W: weights, shape (n_in, n_out), one column for each neuron
    b: biases, shape (n_out,)
    activation: a name in ACTIVATIONS
    Returns shape (n_out,) for one input, (n, n_out) for a batch.
    """
    # TODO 2: the weighted sums of all neurons, with their biases, then the activation function.
    raise NotImplementedError("TODO 2")


# %%
if __name__ == "__main__":
    # The hidden layer of the walk. By hand: 2, 1, 0.
    W1 = np.array([[1.0, -1.0, 0.5], [1.0, 2.0, -2.0]])
    b1 = np.array([-1.0, 1.0, 0.5])
    print(dense(np.array([2.0, 1.0]), W1, b1, "relu"))

# %% [markdown]
# ## Softmax: from numbers to shares
#
# The last layer is to answer "which one?". Its weighted sums (called **logits**) may be any
# numbers. **Softmax** turns them into positive shares that add up to 1, and the largest logit gets
# the largest share:
#
# $$\mathrm{softmax}(z)_j = \frac{e^{z_j}}{e^{z_0} + e^{z_1} + \dots + e^{z_{n-1}}}$$
#
# **By hand**, for the logits $(2, 1)$ of the neurons "walk" and "stay at home":
#
# | | walk | stay at home | sum |
# |---|---|---|---|
# | $z$ | $2$ | $1$ | |
# | $e^z$ | $7.389$ | $2.718$ | $10.107$ |
# | share | $7.389 / 10.107 = 0.731$ | $2.718 / 10.107 = 0.269$ | $1$ |
#
# (picture: Three bar charts: the logits 2 and 1, their exponentials 7.39 and 2.72, and the shares 0.731 and
# 0.269, which add up to 1)
#
# Unlike ReLU, softmax does not look at each neuron by itself: a share depends on all the neurons of
# the layer. That is why softmax belongs to the last layer, and not to the hidden ones.
#
# ### Two traps
#
# **Large logits.** $e^{1000}$ is too large for a computer: `np.exp(1000)` is `inf`, and `inf / inf`
# is `nan`. But the shares depend only on the *differences* of the logits. $(1000, 999)$ has to give
# the same shares as $(2, 1)$, and as $(0, -1)$. (Why? Adding $c$ to all logits multiplies every
# $e^z$ by the same $e^c$, and that cancels.) So you may first subtract from all logits whatever
# makes them harmless. What could that be?
#
# **Batches.** In a batch of shape `(n, n_out)` each **row** is one input. Each row gets its own
# shares, which add up to 1 in this row. The rows have nothing to do with each other.
#
# ## Task 3: softmax
#
# Write `softmax(z)` for logits of shape `(n_out,)` or `(n, n_out)`. The result has the same shape,
# and is right without `nan` for large logits too, positive or negative.


# %%
def softmax(z):
    """
    Positive shares that add up to 1 along the last axis.

    z: logits, shape (n_out,) or (n, n_out). Returns the same shape, without nan.
    """
    # TODO 3: make the logits harmless, take e to their power, divide by the sum of each row.
    raise NotImplementedError("TODO 3")


# %%
ACTIVATIONS = {**ACTIVATIONS, "softmax": softmax}

# %% [markdown]
# ## Propagation: layer after layer
#
# Now the layers go one after the other. The first layer takes the input; each further layer takes
# **the activations of the layer before it**; what the last one gives out is the output. This is
# called **propagation** (or a *forward pass*): the data go in one direction, from the input to the
# output.
#
# We write a network as a list of layers from the first to the last, each a triple
# `(W, b, activation)`. **By hand**, for $x = (2, 1)$:
#
# 1. Hidden layer, ReLU (see above): $(2, 1) \to (2, 1, 0)$.
# 2. Output layer. Its weights are $W = \begin{pmatrix} 1 & 0 \\ -1 & 2 \\ 2 & 1 \end{pmatrix}$, its
#    biases $b = (1, -1)$:
#    - walk: $1 \times 2 - 1 \times 1 + 2 \times 0 + 1 = 2$;
#    - stay at home: $0 \times 2 + 2 \times 1 + 1 \times 0 - 1 = 1$;
#    - softmax (see above): $(0.731, 0.269)$. The network is for a walk, by 73 to 27.
#
# ## Task 4: the whole way
#
# Write `forward(x, layers)` for any number of layers, for one input as well as for a batch. It
# gives the activations of the last layer.


# %%
def forward(x, layers):
    """
    Output of a network: the activations of its last layer.

    x: one input, shape (n_in,), or a batch, shape (n, n_in)
    layers: list of (W, b, activation), from the first layer to the last
    """
    # TODO 4: pass the activations on from layer to layer.
    raise NotImplementedError("TODO 4")


# %% [markdown]
# ## Which neurons light up?
#
# A neuron with a high activation is called **active**: it "lights up". As in chapter 2, high means
# strictly greater than a threshold. Let us send three different days through the same network, with
# the threshold 0.5:
#
# (picture: The same network three times. For the input (2, 1) the hidden neurons 0 and 1 and the output
# "walk" light up; for (1, 3) the hidden neurons 0 and 1 and the output "stay at home"; for (4, 0)
# the hidden neurons 0 and 2 and the output "walk")
#
# The weights are the same each time. What lights up is different, because the input is different:
# activity is not a property of the neuron, it changes **dynamically with the input**. Hidden neuron
# 2 answers to sunshine without wind, and so it is dark on the other two days.
#
# ## Task 5: the active neurons
#
# Write `active_neurons(x, layers, threshold=0.0)` for one input `x` of shape `(n_in,)`. It gives a
# list with one entry for each layer, from the first to the last. Each entry holds the
# **numbers of the neurons** in this layer whose activation is strictly greater than the threshold,
# counted from 0, in ascending order. A layer in which no neuron is active has an empty entry. The
# input is not a layer.
#
# By hand, for $x = (2, 1)$: the hidden activations are $(2, 1, 0)$, the output $(0.731, 0.269)$.
#
# - With the threshold 0.5: `[[0, 1], [0]]`.
# - With the threshold 0: `[[0, 1], [0, 1]]`, because a share of softmax is always above 0.


# %%
def active_neurons(x, layers, threshold=0.0):
    """
    For each layer, the numbers of the neurons that are active for this input.

    x: one input, shape (n_in,)
    layers: list of (W, b, activation), from the first layer to the last
    Returns a list with one entry for each layer: numbers from 0 on, in ascending order.
    """
    # TODO 5: as in forward, but note after each layer which activations exceed the threshold.
    raise NotImplementedError("TODO 5")


# %% [markdown]
# ## Watch them light up
#
# Here your functions run the network of the walk for three days and draw which neurons are active.
# Change the days, or the weights, and see what changes. Can you find a day on which the hidden
# neuron 0 is dark?

# %%
if __name__ == "__main__":
    import matplotlib.pyplot as plt

    layers = [
        (np.array([[1.0, -1.0, 0.5], [1.0, 2.0, -2.0]]), np.array([-1.0, 1.0, 0.5]), "relu"),
        (np.array([[1.0, 0.0], [-1.0, 2.0], [2.0, 1.0]]), np.array([1.0, -1.0]), "softmax"),
    ]
    days = np.array([[2.0, 1.0], [1.0, 3.0], [4.0, 0.0]])
    print(np.round(forward(days, layers), 3))
    figure, plots = plt.subplots(1, len(days), figsize=(9, 3))
    for day, plot in zip(days, plots, strict=True):
        active = active_neurons(day, layers, threshold=0.5)
        print(day, active)
        for layer, (W, _, _) in enumerate(layers):
            for j in range(W.shape[1]):
                colour = "orange" if j in active[layer] else "lightgrey"
                plot.scatter(layer, (W.shape[1] - 1) / 2 - j, s=600, c=colour, edgecolors="black")
        plot.set_title(f"x = {day}")
        plot.set_xlim(-0.6, 1.6)
        plot.set_ylim(-1.6, 1.6)
        plot.axis("off")
    plt.show()

# %% [markdown]
# ## Where do the weights come from?
#
# You can now compute the output of any network of dense layers, from the small one here to one with
# 50,816 connections that reads handwritten digits (chapter 7). One question is open. In this
# chapter somebody had chosen the weights for you. In the next one, the network finds them by
# itself, from data: it **learns**.
