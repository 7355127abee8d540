"""5. Classifying with a neural network

Fill in what is marked TODO. Check your work with: kata check 05
Run this file to try your functions: python classification.py
"""

# %% [markdown]
# # 5. Classifying with a neural network
#
# Is this handwritten digit a 3 or an 8? Is this mail spam? Which of ten animals is in the photo?
# Such questions have one thing in common: the answer is **one of a fixed list**. To answer them is
# to **classify**, and the entries of the list are the **classes**.
#
# In this chapter you build the last part of a network that sorts inputs into ten classes, the
# digits 0 to 9, and the tools that measure how well it does so. You need NumPy, nothing else.
# There are five tasks, and they take about 40 minutes.

# %%
import numpy as np

# %% [markdown]
# ## One neuron for each class
#
# How can a network, which only computes with numbers, say "this is a 9"? It gets **one output neuron
# for each class**: ten classes, ten neurons. Neuron 0 stands for the digit 0, neuron 1 for the digit
# 1, and so on to neuron 9. Learning adjusts the weights so that, for an image of a 9, **neuron 9
# becomes strongly active and the other nine stay weak**.
#
# (picture: A layer of 128 neurons, joined to a layer of ten neurons numbered 0 to 9. Neuron 9 of the last
# layer is bright, the others are dark: the output is 9)
#
# The data flows from left to right. In front of the ten output neurons there is a layer of 128
# neurons. Why 128? There is no law behind it. The **10** is fixed, because there are ten classes. The
# **128** is a choice of whoever builds the network: in chapter 7 we take 64, and in chapter 9 you try
# 1,000. Before you read on, think: what would you expect to get better with more neurons, and what
# does it cost? (Chapter 9 lets you measure it. The cost you can count now: every one of the 128
# neurons is joined to every one of the ten, so there are $128 \times 10 = 1280$ weights and, with one
# bias for each output neuron, 1,290 numbers to be learnt.)

# %% [markdown]
# ## What the output should be: one-hot vectors
#
# Training data says which class is right, as a **label**: a whole number such as 9. The network
# answers with ten activations. To compare the two, write the label as ten numbers as well: **1 at the
# place of the right class, 0 everywhere else**. This is called a **one-hot vector**, because just one
# place is "hot".
#
# | label | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |
# |---|---|---|---|---|---|---|---|---|---|---|
# | 0 | **1** | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
# | 1 | 0 | **1** | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
# | 9 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | **1** |
#
# Places are counted from 0, as Python does it, so label 0 has its 1 in the very first place. The
# width of the table is the number of *classes*. It does not depend on which labels happen to occur:
# labels 0, 1 and 9 still need all ten columns.
#
# **Task 1.** Write `one_hot(labels, classes=10)`. `labels` is an array of `n` whole numbers; the
# result has shape `(n, classes)`, one row for each label, in the same order.


# %%
def one_hot(labels, classes=10):
    """
    Writes each label as a row with a single 1.

    labels: whole numbers from 0 to classes - 1, shape (n,).
    Returns zeros and ones, shape (n, classes): in row i the 1 stands in column labels[i].
    """
    # TODO 1: start with zeros of the right shape, then put one 1 into each row.
    raise NotImplementedError("TODO 1")


# %%
if __name__ == "__main__":
    print(one_hot(np.array([0, 1, 9])))

# %% [markdown]
# ## The last layer: 128 → 10
#
# Each output neuron does what every neuron does: it multiplies the 128 activations in front of it by
# its weights, adds them up and adds its bias. That gives ten **scores**. Scores can be any numbers,
# also negative ones, and are hard to compare. So the last layer uses the activation function
# **softmax**, which looks at all ten scores together:
#
# 1. take $e$ to the power of every score (now all are positive, and larger scores grow most),
# 2. divide by their sum (now they lie between 0 and 1 and add up to 1).
#
# (picture: Left: the scores 2, 1 and 0 as bars. Middle: e to the power of each, 7.39, 2.72 and 1. Right: each
# divided by the sum 11.11, which gives 0.67, 0.24 and 0.09)
#
# ### By hand
#
# A tiny last layer has two neurons in front of it, with the activations $2$ and $1$, and three output
# neurons. The weights stand in a table $W$ with **one row for each neuron in front and one column for
# each output neuron**, so its shape is `(2, 3)`, and the bias is $b = (0, -1, 1)$:
#
# $$W = \begin{pmatrix} 1 & 0 & -1 \\ 0 & 2 & 1 \end{pmatrix}$$
#
# | output neuron | score | $e^{\text{score}}$ | softmax |
# |---|---|---|---|
# | 0 | $2 \cdot 1 + 1 \cdot 0 + 0 = 2$ | 7.39 | $7.39 / 11.11 = 0.665$ |
# | 1 | $2 \cdot 0 + 1 \cdot 2 - 1 = 1$ | 2.72 | $2.72 / 11.11 = 0.245$ |
# | 2 | $2 \cdot (-1) + 1 \cdot 1 + 1 = 0$ | 1.00 | $1.00 / 11.11 = 0.090$ |
#
# Output neuron 0 is the most active. Note that a weak one still gets *something*: real activations
# are seldom exactly 0 and 1.
#
# With many inputs at once, a **batch**, `hidden` has one row for each input, and softmax must work
# **row by row**: every input has activations of its own, which add up to 1. You get a `softmax` that
# does so. (It subtracts the largest score first. That changes nothing in the result, but without it
# $e^{1000}$ would be too large for the computer.)
#
# **Task 2.** Write `classify(hidden, W, b)`, which computes the activations of the output neurons.
# It returns those activations, not yet the class; choosing it is the next task. Use `@` for the
# product; then the same line works for one input and for a batch, and for any number of neurons.


# %%
def softmax(scores):
    """
    Given: activations from scores, row by row; each row adds up to 1.

    scores: shape (classes,) or (n, classes).
    Returns activations in 0...1, of the same shape.
    """
    powers = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)


# %%
def classify(hidden, W, b):
    """
    The last layer: activations of the output neurons.

    hidden: activations of the layer in front, shape (neurons,) or, for a batch, (n, neurons).
    W: weights, shape (neurons, classes). b: biases, shape (classes,).
    Returns activations in 0...1, shape (classes,) or (n, classes); each row adds up to 1.
    """
    # TODO 2: first the scores, then softmax.
    raise NotImplementedError("TODO 2")


# %%
if __name__ == "__main__":
    tiny_W = np.array([[1.0, 0.0, -1.0], [0.0, 2.0, 1.0]])
    tiny_b = np.array([0.0, -1.0, 1.0])
    print(classify(np.array([2.0, 1.0]), tiny_W, tiny_b))

# %% [markdown]
# ## The strongest wins
#
# Ten activations, one answer: the class whose neuron has the **highest activation** is the result of
# the classification.
#
# (picture: Ten bars, one for each output neuron. Neuron 3 reaches 0.31, neuron 5 reaches 0.27 and neuron 8
# reaches 0.22; none reaches the dashed line at 0.5. Neuron 3 is the strongest, so the class is
# 3)
#
# Three things to notice:
#
# - The answer is the **place** of the largest activation (3), not the activation itself (0.31).
# - It is about the *largest*, not about being large. In the picture no neuron passes 0.5, and still
#   there is an answer. Someone who rounds the activations to 0 and 1 gets ten zeros here.
# - A **tie** is possible. Then somebody has to decide, and the rule in this course is the one that
#   NumPy has: the **first** of the strongest, so the smallest class number, wins.
#
# For a batch, activations have shape `(n, 10)`, and every **row** gets its own answer: `n` classes in
# all. A batch of just one row is still a batch, and gives an array with one class in it.
#
# **Task 3.** Write `predict_class(activations)`, for one input and for a batch.


# %%
def predict_class(activations):
    """
    The class whose neuron is the most active; the first one in a tie.

    activations: shape (classes,), or (n, classes) for a batch.
    Returns one class number, or n class numbers, shape (n,), for a batch.
    """
    # TODO 3: where is the largest activation? Look along the classes, the last axis.
    raise NotImplementedError("TODO 3")


# %%
if __name__ == "__main__":
    unsure = np.array([0.02, 0.01, 0.03, 0.31, 0.04, 0.27, 0.02, 0.05, 0.22, 0.03])
    print("class:", predict_class(unsure))

# %% [markdown]
# ## How good is it? Accuracy
#
# Classify many inputs whose true class you know, and count. The **accuracy** is the part of them that
# was classified correctly, a number from **0** (all wrong) to **1** (all right):
#
# $$\text{accuracy} = \frac{\text{number of right answers}}{\text{number of all answers}}$$
#
# **By hand.** Truth `3, 8, 8, 1`, answers `3, 8, 3, 1`: the first, second and fourth agree, so the
# accuracy is $3/4 = 0.75$. TensorFlow reports it this way as well, as 0.75 and not as 75 per cent.
#
# **Task 4.** Write `accuracy(truth, predicted)`.


# %%
def accuracy(truth, predicted):
    """
    The part of the answers that is right.

    truth, predicted: class numbers, shape (n,), n at least 1.
    Returns a number from 0 to 1.
    """
    # TODO 4: compare place by place, count, divide.
    raise NotImplementedError("TODO 4")


# %%
if __name__ == "__main__":
    print(accuracy(np.array([3, 8, 8, 1]), np.array([3, 8, 3, 1])))

# %% [markdown]
# ## Which ones are confused? The confusion matrix
#
# One number hides a lot. An accuracy of 0.75 may mean a few mistakes everywhere, or that every 8 is
# taken for a 3. The **confusion matrix** shows it: a table with **one row for each true class and one
# column for each predicted class**. Every classified input adds 1 to one cell.
#
# **By hand**, with three classes:
#
# | truth | 0 | 0 | 1 | 1 | 1 | 2 |
# |---|---|---|---|---|---|---|
# | predicted | 0 | 1 | 1 | 1 | 1 | 0 |
#
# (picture: A table of three rows, the truth, and three columns, the predicted class. Row 0: 1, 1, 0. Row 1: 0,
# 3, 0. Row 2: 1, 0, 0. The diagonal, the right answers, is framed)
#
# Three inputs have truth 1 and prediction 1: the cell in row 1, column 1 is 3. One 2 was taken for a
# 0: row **2**, column **0**. How to read such a table:
#
# - the **diagonal** holds the right answers: $(1 + 3 + 0) / 6$ is the accuracy;
# - a **row** adds up to how often this class really occurred, a **column** to how often it was said;
# - a class that never occurs keeps its row and column, full of zeros.
#
# **Task 5.** Write `confusion_matrix(truth, predicted, classes=10)`. Watch out in NumPy: the line
# `matrix[truth, predicted] += 1` looks right, but counts a pair that occurs many times only once.


# %%
def confusion_matrix(truth, predicted, classes=10):
    """
    Counts how often each true class was given each answer.

    truth, predicted: class numbers from 0 to classes - 1, shape (n,).
    Returns counts, shape (classes, classes): row = truth, column = predicted.
    """
    # TODO 5: start with a table of zeros; every pair (truth, predicted) adds 1 to its cell.
    raise NotImplementedError("TODO 5")


# %%
if __name__ == "__main__":
    print(confusion_matrix(np.array([0, 0, 1, 1, 1, 2]), np.array([0, 1, 1, 1, 1, 0]), classes=3))

# %% [markdown]
# ## All together, on real handwriting
#
# Your functions can classify real images already. The cell below takes the handwritten digits of
# MNIST (chapter 6 looks at them closely), sends them through 128 neurons with *random* weights and
# then through **your** last layer. Its weights have not been learnt step by step, as in chapter 8.
# They come from averages: neuron $k$ responds to what the 128 neurons do *on average* for the digit
# $k$. Then your `predict_class`, `accuracy` and `confusion_matrix` say how well that works, on 10,000
# images that were not used for the averages.
#
# Before you run it: what accuracy would pure guessing have? Which digits do you expect to be confused?


# %%
def random_layer(images, seed=0):
    """
    Given: activations of 128 neurons (ReLU) with random weights.

    images: pixel values 0...255, shape (n, 28, 28, 1). Returns shape (n, 128).
    """
    weights = np.random.default_rng(seed).normal(size=(784, 128)) / 28
    return np.maximum(images.reshape(len(images), 784) / 255 @ weights, 0)


# %%
if __name__ == "__main__":
    from autograder.course import mnist

    x_train, y_train, x_test, y_test = mnist.arrays()
    hidden_train = random_layer(x_train)
    averages = np.stack([hidden_train[y_train == digit].mean(axis=0) for digit in range(10)])
    W = 10 * averages.T
    b = -5 * np.sum(averages**2, axis=1)

    activations = classify(random_layer(x_test), W, b)
    answers = predict_class(activations)
    print("activations of the first image:", np.round(activations[0], 2))
    print("classified as", answers[0], "- truth:", y_test[0])
    print("accuracy:", accuracy(y_test, answers))
    print(confusion_matrix(y_test, answers))

# %% [markdown]
# About three of four are right, where guessing would get one in ten: not bad for averages. The matrix
# shows what is left to do: 4 and 9 are often taken for each other, and a 5 for a 0. Nobody has trained
# this network yet. With learnt weights the same 128 → 10 layers reach 97 per cent and more.
#
# ### What you know now
#
# - Ten classes: ten output neurons, and the **strongest** one is the answer.
# - The last layer is a weighted sum with a bias, then **softmax**: activations in 0…1 that add up to 1.
# - **Accuracy** is a number from 0 to 1; the **confusion matrix** (rows: truth, columns: predicted)
#   shows which mistakes are behind it.
