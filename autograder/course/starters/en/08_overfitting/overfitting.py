"""8. Underfitting and overfitting

Fill in what is marked TODO. Check your work with: kata check 08
Run this file to try your functions: python overfitting.py
"""

# %% [markdown]
# # 8. Underfitting and overfitting
#
# In chapter 7 you built a network of 50,890 parameters, all of them random. Now it learns: from
# 60,000 images and their answers. Two things can go wrong, and they are opposites. A network that
# has not learned enough is **underfitting**. One that has learned its examples by heart, and gets
# worse on everything else, is **overfitting**.
#
# You will train the network, draw its learning curves, and write functions that read such curves:
# where is the best epoch, when should one stop, has it started to overfit? Last of all you apply them
# to your own curve. There are ten small tasks and two questions; they take about 45 minutes.


# %%
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorflow import keras


def build_model(hidden_units=64):
    """
    The network of chapter 7: it is given here, nothing to do.
    """
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(units=hidden_units, activation="relu"),
            keras.layers.Dense(units=10, activation="softmax"),
        ]
    )


# %% [markdown]
# ## Two kinds of data
#
# If you want to know whether a student has understood a subject, you don't ask the very exercises
# they practised with. You ask others. It is the same with networks, so the images are divided:
#
# (picture: 70,000 images are divided: from 60,000, the training data, the network learns; on the other
# 10,000, the validation data, it is only measured)
#
# - **Training data**: the network looks at these images and their answers, and its weights are
#   changed so that its answers get better.
# - **Validation data**: the network is only asked about these. What it answers is measured, and
#   nothing is learned from it.
#
# How many go to which side is up to you. That **no image is on both sides** is not.
#
# One more thing has to be done before training. Pixel values go from 0 to 255, and the formulas by
# which a network learns work best with small numbers. So they are brought into the range from 0 to 1.
#
# ## Task 1: prepare the images
#
# Write `prepare(images)`. It takes images with pixel values from 0 to 255 (whole numbers, `uint8`)
# and returns the same images with values from 0 to 1, as `float32`: black, 0, stays 0; white, 255,
# becomes 1; 51 becomes 0.2. The images that were handed in stay as they were. (You met this in
# chapter 6.)


# %%
def prepare(images):
    """
    Images with values from 0 to 1.

    images: uint8 from 0 to 255, shape (n, 28, 28, 1). Returns float32 of the same shape.
    """
    # TODO 1: float32, and divided so that 255 becomes 1.
    raise NotImplementedError("TODO 1")


# %% [markdown]
# ## What "better" means
#
# To learn, a network needs one number that says how wrong it is: the **loss** (or error). For an image
# of a 7, only one of the ten outputs counts: the share $p$ that the network gives to the 7. The
# loss of this image is $-\ln p$. By hand:
#
# | share for the right digit | loss $-\ln p$ | in words |
# |---|---|---|
# | $p = 1$ | $0$ | sure, and right |
# | $p = 0.5$ | $0.69$ | in doubt |
# | $p = 0.1$ | $2.30$ | a mere guess among ten |
# | $p = 0.01$ | $4.61$ | sure of something else |
#
# The average over all images is called **sparse categorical cross-entropy**. *Sparse* means that the
# answers are given as the digit itself, such as `7`. (There is also a *categorical* cross-entropy
# without "sparse". It wants the answer as ten numbers, `[0,0,0,0,0,0,0,1,0,0]`.)
#
# The **accuracy** is easier: the share of images for which the strongest output is the right digit. It
# is what people care about, but it moves in steps, from wrong to right. The loss also notices
# whether the network becomes a little more or a little less sure.
#
# How the weights are changed is decided by the **optimizer**. *Adam* is a good one to begin with; its
# **learning rate**, here 0.001, says how big the steps are.
#
# ## Task 2: compile the model
#
# In Keras these three choices are made by `model.compile(loss=…, optimizer=…, metrics=[…])`. Write
# `compile_model(model)`: it compiles the model with
#
# - the loss sparse categorical cross-entropy,
# - the optimizer Adam with learning rate 0.001,
# - two metrics, which are reported along with the loss: the sparse categorical cross-entropy once
#   more, and the accuracy. Write them as `"sparse_categorical_crossentropy"` and `"accuracy"`,
#
# and returns the model. (`compile` itself returns nothing.)


# %%
def compile_model(model):
    """
    Chooses loss, optimizer and metrics, and returns the model.

    model: a Keras model that gives out ten shares for each image
    """
    # TODO 2: compile the model, then return it.
    raise NotImplementedError("TODO 2")


# %% [markdown]
# ## Training, epoch by epoch
#
# `model.fit` shows the network the training images in small batches of 32, and after each batch it
# moves all weights a little. With 60,000 images that makes $60{,}000 / 32 = 1{,}875$ steps. Having
# seen all images once is called an **epoch**. Once is often not enough, so one repeats it, say 20
# times. After each epoch `fit` also measures the network on the validation data, if it gets some
# through `validation_data`.
#
# What it measured is in the **History** that `fit` returns. Its `history` is a dictionary: for each
# name a list with one number for each epoch. With your two metrics there are six names: `loss`,
# `sparse_categorical_crossentropy` and `accuracy` for the training data, and the same three with
# `val_` in front for the validation data.
#
# ## Task 3: train
#
# Write `train(model, train, validation, epochs=20)`. `train` and `validation` are pairs, `(images,
# labels)`. The function trains the model on the training data, has it measured on the validation
# data after each of the `epochs` epochs, and returns the History that `fit` returns. The images
# have been prepared already. Leave the size of the batches as it is in Keras.


# %%
def train(model, train, validation, epochs=20):
    """
    Trains the model and returns the History.

    model: a compiled model
    train, validation: pairs (images, labels); images float32 from 0 to 1, labels 0 to 9
    epochs: how often all training images are used
    """
    # TODO 3: fit on the training data, measure on the validation data, return the History.
    raise NotImplementedError("TODO 3")


# %% [markdown]
# Now train it. This takes one to three minutes; watch the numbers while it runs. Which of them keep
# getting better, and which don't?

# %%
if __name__ == "__main__":
    from autograder.course import mnist

    print("TensorFlow", tf.__version__)
    x_train, y_train, x_test, y_test = mnist.arrays()
    m = compile_model(build_model())
    weights_before = m.get_weights()[2].copy()
    my_history = train(m, (prepare(x_train), y_train), (prepare(x_test), y_test)).history

# %% [markdown]
# ## A history from the lecture
#
# Random numbers play a part in training, so your numbers differ a little from everybody else's. To
# have something that we can all talk about, here is a history printed in the lecture that this course
# goes with: the same network, the same data, 20 epochs.

# %%
PRINTED_HISTORY = {
    "loss": [
        *(0.2997, 0.1437, 0.1049, 0.0844, 0.0695, 0.0589, 0.0500, 0.0433, 0.0373, 0.0329),
        *(0.0294, 0.0251, 0.0223, 0.0199, 0.0178, 0.0157, 0.0152, 0.0120, 0.0120, 0.0104),
    ],
    "accuracy": [
        *(0.9150, 0.9576, 0.9686, 0.9747, 0.9794, 0.9827, 0.9847, 0.9867, 0.9889, 0.9901),
        *(0.9908, 0.9921, 0.9931, 0.9942, 0.9944, 0.9952, 0.9953, 0.9965, 0.9963, 0.9971),
    ],
    "val_loss": [
        *(0.1632, 0.1315, 0.1018, 0.0945, 0.1018, 0.1003, 0.0918, 0.0979, 0.0904, 0.1027),
        *(0.0924, 0.1053, 0.0979, 0.0968, 0.1180, 0.1062, 0.1077, 0.1193, 0.1201, 0.1095),
    ],
    "val_accuracy": [
        *(0.9524, 0.9599, 0.9688, 0.9733, 0.9691, 0.9715, 0.9727, 0.9717, 0.9747, 0.9708),
        *(0.9756, 0.9724, 0.9733, 0.9747, 0.9701, 0.9739, 0.9735, 0.9720, 0.9741, 0.9748),
    ],
}
# The cross-entropy was the loss, so the numbers are the same.
PRINTED_HISTORY["sparse_categorical_crossentropy"] = PRINTED_HISTORY["loss"]
PRINTED_HISTORY["val_sparse_categorical_crossentropy"] = PRINTED_HISTORY["val_loss"]

# %% [markdown]
# ## Task 4: draw the curves
#
# Nobody sees much in 120 numbers. Write `plot_history(history)`; `history` is a dictionary like
# `PRINTED_HISTORY`. It draws two diagrams in one figure and returns the figure:
#
# - one with the loss on the training data and on the validation data,
# - one with the accuracy on the training data and on the validation data,
#
# each with a legend that says which line is which (use the words "training" and "validation"), names
# at both axes, and the epochs counted **from 1**: the first number belongs to epoch 1. A figure with
# two diagrams comes from `figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4))`.


# %%
def plot_history(history):
    """
    Draws loss and accuracy, on training and validation data, against the epoch.

    history: dictionary, a list of numbers for each name. Returns the figure.
    """
    # TODO 4: two diagrams with two lines each; return the figure.
    raise NotImplementedError("TODO 4")


# %%
if __name__ == "__main__":
    plot_history(PRINTED_HISTORY)
    plot_history(my_history)
    plt.show()

# %% [markdown]
# ## Reading the curves
#
# Look at the training loss first: it falls and falls. If you judged by it (or by the training
# accuracy), the last epoch would always be the best, and you would train for ever. Now look at the
# validation loss. It falls as well, reaches a lowest point, and then slowly rises again. From there
# on the network gets better only at what it has already seen.
#
# ## Task 5: the best epoch
#
# Write `best_epoch(history)`: the epoch with the **lowest validation loss**, counted from 1. If several
# epochs share the lowest value, the first of them counts: it needed less training.
#
# By hand: for the validation losses $0.50,\ 0.40,\ 0.42,\ 0.38,\ 0.39,\ 0.41,\ 0.37$ it is epoch 7.


# %%
def best_epoch(history):
    """
    The epoch with the lowest validation loss, counted from 1; the first one if several share it.
    """
    # TODO 5: look for the smallest number in the list "val_loss".
    raise NotImplementedError("TODO 5")


# %% [markdown]
# ## When to stop
#
# Whoever knows the whole curve finds the best epoch easily. But while the training is running, the
# future is not known. Should one stop as soon as the validation loss gets worse once? It wobbles, so
# that might be too early. A common rule is to have some **patience**: stop when there was no new
# lowest value for `patience` epochs **in a row**.
#
# By hand, for the losses from above and a patience of 2:
#
# (picture: Seven validation losses: 0.50, 0.40, 0.42, 0.38, 0.39, 0.41, 0.37. Epochs 2 and 4 are new lowest
# values; 5 and 6 are not, so with patience 2 the training stops at epoch 6)
#
# | epoch | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
# |---|---|---|---|---|---|---|---|
# | validation loss | 0.50 | 0.40 | 0.42 | 0.38 | 0.39 | 0.41 | 0.37 |
# | new lowest value? | yes | yes | no | yes | no | no | |
# | epochs without one, in a row | 0 | 0 | 1 | 0 | 1 | 2: stop! | |
#
# Note that epoch 5 is compared with the **lowest value so far** (0.38), not with the epoch before; and
# that a value that merely equals the lowest is not a new lowest one. With a patience of 1 it would
# stop at epoch 3 already; with a patience of 3 it would go on to the end and find 0.37. Patience
# costs time, and sometimes pays.
#
# ## Task 6: early stopping
#
# Write `stop_epoch(history, patience)`: the epoch (from 1) after which the training stops by this
# rule, or the last epoch if it never does. `patience` is a whole number from 1. (Keras can stop by
# itself in just this way: `keras.callbacks.EarlyStopping(monitor="val_loss", patience=…)`.)


# %%
def stop_epoch(history, patience):
    """
    The epoch after which early stopping ends the training, counted from 1.

    patience: stop after this many epochs in a row without a new lowest validation loss
    """
    # TODO 6: go through the epochs; remember the lowest value, count the epochs without a new one.
    raise NotImplementedError("TODO 6")


# %%
if __name__ == "__main__":
    print("best epoch:", best_epoch(PRINTED_HISTORY), "yours:", best_epoch(my_history))
    for patience in (1, 2, 3, 5):
        print(patience, stop_epoch(PRINTED_HISTORY, patience), stop_epoch(my_history, patience))

# %% [markdown]
# ## Three kinds of curves
#
# (picture: Three diagrams. Underfitting: both losses are still falling steeply at the last epoch. Good fit:
# both have fallen, and the validation loss stays level. Overfitting: the training loss keeps
# falling while the validation loss rises again)
#
# - **Underfitting**: the network has not learned enough, even from the training data. Either it needs
#   more epochs (the curves still fall), or it is too small for its task (the curves are level, but
#   bad).
# - **Good fit**: the validation loss has fallen and stays low.
# - **Overfitting**: the training loss keeps falling, but the validation loss rises again.
#
# ### Wobble or rise?
#
# Validation curves wobble: the next value may be higher by mere chance. Don't take a wobble for
# overfitting! Two things help. First, **smooth** the curve: replace the numbers by averages of five
# epochs in a row, so that chance evens out. The function `smooth` below does that; it makes 16
# averages from 20 epochs. Second, call only a **clear change** a change: more than 10 %.
#
# By hand, with the printed validation loss: the lowest of the 16 averages is the one of epochs 7 to 11,
#
# $$(0.0918 + 0.0979 + 0.0904 + 0.1027 + 0.0924) / 5 = 0.0950,$$
#
# and the last one, of epochs 16 to 20, is $0.1126$. That is $0.1126 / 0.0950 = 1.18$ times as much:
# a rise of 18 %, more than 10 %. This is no wobble.
#
# (picture: Left: a validation loss that wobbles around a constant value; smoothed, it is nearly level.
# Right: the printed validation loss; smoothed, it rises clearly after its lowest
# point)


# %%
CLEAR = 0.10


def smooth(values):
    """
    Averages of five epochs in a row: n numbers in (n at least 5), n - 4 numbers out.
    """
    return np.convolve(values, np.ones(5) / 5, mode="valid")


# %% [markdown]
# ## Task 7: where does overfitting begin?
#
# Write `overfitting_begins(history)`. A history (of at least 10 epochs) shows overfitting if **both**
# of these hold:
#
# 1. the smoothed validation loss **ends more than 10 % above its lowest value**;
# 2. the training loss **still falls** meanwhile: smoothed, it ends lower than it was where the
#    smoothed validation loss was lowest. (If the training loss rises as well, something else is wrong,
#    such as a learning rate that is too large.)
#
# Then return the epoch **after** the best one (task 5): from that epoch on the network only gets
# better at what it knows. Otherwise return `None`.


# %%
def overfitting_begins(history):
    """
    The first epoch of overfitting, counted from 1; None where there is no overfitting.
    """
    # TODO 7: smooth both losses, check the two conditions, and use best_epoch.
    raise NotImplementedError("TODO 7")


# %% [markdown]
# ## Task 8: the diagnosis
#
# Write `diagnose(history)`, which returns one of three texts:
#
# 1. `"overfitting"`, if overfitting begins somewhere (task 7);
# 2. else `"underfitting"`, if the network has not learned enough yet. There are two signs, and one is
#    sufficient: the smoothed validation loss is **still falling clearly**, that is, it ends more than
#    10 % below the value it had five epochs earlier; or the network is bad even on its own training
#    data: the smoothed **training accuracy** ends below 0.9;
# 3. else `"good fit"`.


# %%
def diagnose(history):
    """
    "overfitting", "underfitting" or "good fit".
    """
    # TODO 8: ask for overfitting first, then for the two signs of underfitting.
    raise NotImplementedError("TODO 8")


# %% [markdown]
# ## Task 9: read your own curve
#
# Write `read_curve(history)`: it collects what your functions say about a history, in a dictionary
# with four entries:
#
# - `"best_epoch"`, `"overfitting_begins"` and `"diagnosis"`: from tasks 5, 7 and 8;
# - `"accuracy_gap"`: how much better the network is on the training data than on the validation data
#   at the end. That is the training accuracy of the last epoch minus its validation accuracy. For the
#   printed history: $0.9971 - 0.9748 = 0.0223$.
#
# Then read your own curve with it. Do you agree with what it says, when you look at your diagram?


# %%
def read_curve(history):
    """
    What a history shows: best_epoch, overfitting_begins, diagnosis and accuracy_gap.
    """
    # TODO 9: a dictionary with four entries, filled by your functions.
    raise NotImplementedError("TODO 9")


# %%
if __name__ == "__main__":
    print(read_curve(PRINTED_HISTORY))
    print(read_curve(my_history))

# %% [markdown]
# ## What has changed inside
#
# All that learning does is change the parameters. `model.get_weights()` returns them as a list of
# arrays, layer by layer, the weights before the biases: the list has four entries here. Which one holds
# the weights between the 64 hidden neurons and the 10 output neurons? Think of the shapes before you
# print them.
#
# ## Task 10: the weights of the output layer
#
# Write `output_weights(model)`: the weights (without the biases) between the hidden layer and the
# output layer, an array of shape (64, 10).


# %%
def output_weights(model):
    """
    The weights between the hidden layer and the output layer, shape (hidden neurons, 10).
    """
    # TODO 10: one entry of the list that get_weights gives.
    raise NotImplementedError("TODO 10")


# %%
if __name__ == "__main__":
    changes = np.abs(output_weights(m) - weights_before)
    print("weights between hidden neuron 0 and the ten digits, before and after:")
    print(weights_before[0].round(2))
    print(output_weights(m)[0].round(2))
    print("average change:", changes.mean().round(3))

# %% [markdown]
# ## Two questions
#
# Answer in a few sentences of your own. Your instructor reads them.

# %% [markdown]
# **When would you stop?** "While learning is repeated, the error decreases." For which data is this
# sentence true in your curve, for which is it not, and from which epoch on? Say after which epoch you
# would have stopped, and give your reasons with at least two numbers from your own history.

# %%
REFLECTION_STOP = """
(Write your answer here.)
"""

# %% [markdown]
# **Why separate data?** A friend uses the same 60,000 images as training data and as validation data,
# reports a validation accuracy of 0.997, and concludes that 100 epochs would be better still. What
# would you expect their validation curve to look like, what can they not see in it, and what should
# they do instead?

# %%
REFLECTION_DATA = """
(Write your answer here.)
"""
