"""9. The whole way, and two experiments

Fill in what is marked TODO. Check your work with: kata check 09
Run this file to try your functions: python experiments.py
"""

# %% [markdown]
# # 9. The whole way, and two experiments
#
# You have met all the parts: the images, the network, training, and what can go wrong with it. In
# this chapter you walk the whole way once, from the data to the answers, and then use it for what
# it is good for: **to find something out**.
#
# Two questions have been waiting. The network was trained for 20 epochs. Would 50 be better? It has
# 64 hidden units. Would 1,000 be better? You will first say what you expect, then measure, and then
# say what the measurement shows, and what it doesn't.
#
# There are eight tasks. They take about 45 minutes of your own time; the experiments themselves run
# for about a quarter of an hour on an ordinary computer, while you do something else.
#
# (picture: The whole way in six boxes: load the images, scale them to 0 to 1, build the network, train it,
# predict, measure the accuracy on unseen images; an arrow from the last box goes back to build:
# change one thing and compare)

# %%
import matplotlib.pyplot as plt
import numpy as np
from tensorflow import keras

# %% [markdown]
# ## What is given
#
# `build_model(hidden_units)` makes the network of chapter 7 and compiles it as in chapter 8. You
# need not change it. (`steps_per_execution` only saves time: it changes no result.)


# %%
def build_model(hidden_units):
    """
    The network of chapter 7 with this number of hidden units, compiled as in chapter 8.
    """
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(hidden_units, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
        steps_per_execution=64,
    )
    return model


# %% [markdown]
# The images come from TensorFlow Datasets, as in chapter 6, and are scaled from 0…255 to 0…1. The
# 60,000 images of the part called `train` are for training. The 10,000 images of the part called
# `test` are our validation data: the network never learns from them.


# %%
def load_images():
    """
    Training and validation data: two pairs (images, labels), pixel values from 0 to 1.
    """
    import tensorflow_datasets as tfds

    mnist, _mnist_info = tfds.load(
        "mnist", with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1
    )
    return tuple(
        (np.asarray(images, "float32") / 255, np.asarray(labels))
        for images, labels in (mnist["train"], mnist["test"])
    )


# %%
if __name__ == "__main__":
    train, validation = load_images()
    print(train[0].shape, validation[0].shape)

# %% [markdown]
# ## From activations to answers
#
# `model.predict(images)` gives ten activations for each image: an array of shape `(n, 10)`, one
# image a row. The answer is the digit whose neuron is the strongest. Here are three images, with
# the columns of the digits 0 to 4 only, to keep it short:
#
# | image | 0 | 1 | 2 | 3 | 4 | answer |
# |---|---|---|---|---|---|---|
# | first | 0.01 | 0.02 | **0.90** | 0.06 | 0.01 | 2 |
# | second | **0.97** | 0.00 | 0.01 | 0.01 | 0.01 | 0 |
# | third | 0.10 | 0.15 | 0.05 | 0.30 | **0.40** | 4 |
#
# The answer is the **place** of the largest number in the row, not the number itself. The third
# image shows why rounding won't do: no activation reaches 0.5, and the answer is 4 all the same.
#
# ## Task 1: labels
#
# Write `predict_labels(model, images)`, which returns the answer for each image: whole numbers from
# 0 to 9, shape `(n,)`. One image gives an array of one number.


# %%
def predict_labels(model, images):
    """
    The digit that the model sees in each image.

    images: float32, shape (n, 28, 28, 1), values from 0 to 1
    Returns whole numbers from 0 to 9, shape (n,).
    """
    # TODO 1: predict, then the place of the largest activation in each row.
    raise NotImplementedError("TODO 1")


# %% [markdown]
# ## Task 2: accuracy on unseen images
#
# The **accuracy** is the share of images that are answered rightly, a number from 0 to 1. If the
# answers are 2, 0, 4, 8 and the labels are 2, 0, 9, 8, then three of four agree: 0.75.
#
# Write `accuracy_on(model, images, labels)`. What it means depends on the images you give it. On
# the training images it says how well the network remembers; on images that it has never seen, how
# well it does its job.


# %%
def accuracy_on(model, images, labels):
    """
    Share of the images whose predicted label is right.

    images: float32, shape (n, 28, 28, 1). labels: whole numbers, shape (n,)
    Returns a number from 0 to 1.
    """
    # TODO 2: compare the predicted labels with the right ones.
    raise NotImplementedError("TODO 2")


# %%
if __name__ == "__main__":
    # The whole way once, with 3 epochs to keep it short.
    model = build_model(64)
    model.fit(*train, epochs=3, validation_data=validation, verbose=2)
    print(predict_labels(model, validation[0]))
    print(accuracy_on(model, *train), accuracy_on(model, *validation))

# %% [markdown]
# ## How to make an experiment
#
# "I set the epochs to 50 and got 0.9988, so 50 is better." Four things are wrong with such a
# sentence, and each of the following steps takes care of one of them.
#
# 1. **Say first what you expect.** Afterwards, every result looks as if one had known it.
# 2. **Change one factor at a time.** Whoever changes epochs *and* units can't tell which of the two
#    made the difference.
# 3. **Repeat.** Training starts from random weights and shuffles the images, so every run gives
#    another number. One run against one run may be nothing but luck.
# 4. **Compare what counts**: the accuracy on the *validation* data. The training accuracy rises
#    with almost anything one does for longer; it also rises while the network overfits.
#
# (picture: A grid of epochs and units. The baseline is at 64 units and 20 epochs. Experiment 1 goes right
# to 50 epochs, experiment 2 goes up to 1,000 units. The diagonal to 50 epochs and 1,000 units is
# crossed out: two factors at once)
#
# The starting point for both experiments is the **baseline**: 64 units, 20 epochs. Experiment 1
# changes only the epochs, to 50. Experiment 2 changes only the units, to 1,000.
#
# ## Task 3: your predictions
#
# What will the change do to the validation accuracy: `"better"`, `"worse"` or
# `"no clear difference"`? Write your predictions down *before* you run anything. All three are
# allowed: a prediction is not graded by whether it comes true. (The strings also have names: you
# may write `BETTER`, without quotes.)

# %%
BETTER = "better"
WORSE = "worse"
NO_CLEAR_DIFFERENCE = "no clear difference"
NOT_COMPARABLE = "not comparable"

# %%
# TODO 3: what do you expect from 50 epochs instead of 20 (1), from 1,000 units instead of 64 (2)?
PREDICTION_1 = PREDICTION_2 = None

# %% [markdown]
# ## Task 4: one run
#
# A run trains one network from the start, and gives one **row** of the table: a dictionary with
# these seven entries.
#
# | key | value |
# |---|---|
# | `"hidden_units"`, `"epochs"`, `"seed"` | what this run was asked for |
# | `"loss"`, `"accuracy"` | on the training data, after the last epoch |
# | `"val_loss"`, `"val_accuracy"` | on the validation data, after the last epoch |
#
# Write `run_experiment(hidden_units, epochs, seed, train, validation)`, where `train` and
# `validation` are pairs `(images, labels)`. Four things to take care of:
#
# - **The seed.** A seed is the number from which all random numbers follow:
#   `keras.utils.set_random_seed(seed)`. Set it *first*, since the random weights are made as soon as
#   the network is built. Then the same seed gives the same row again, and another seed another one.
# - **A new network for each run.** A network that has been trained already has a head start.
# - **Validation data** goes to `fit` as `validation_data=validation`, so that it is measured and not
#   learnt.
# - **After the last epoch.** `fit` returns a history, and `history.history["val_loss"]` is a list
#   with one number for each epoch. Take the last one. Whoever picks the best one picks out the
#   luckiest moment.


# %%
def run_experiment(hidden_units, epochs, seed, train, validation):
    """
    Trains one new network and returns its row of the table.

    train, validation: pairs (images, labels)
    Returns a dict with hidden_units, epochs, seed, loss, accuracy, val_loss, val_accuracy.
    """
    # TODO 4: seed, new network, fit with validation data, last value of each list.
    raise NotImplementedError("TODO 4")


# %%
if __name__ == "__main__":
    # A small run to try it: 1,000 images, 2 epochs.
    small = train[0][:1000], train[1][:1000]
    print(run_experiment(64, 2, 1, small, validation))

# %% [markdown]
# ## Task 5: the table
#
# Now plan the experiments. A **setting** is a pair `(hidden_units, epochs)`; the baseline is
# `(64, 20)`. Fill in the settings of experiments 1 and 2, and `SEEDS`: at least three different
# whole numbers, whichever you like. Then write `experiment_table(settings, seeds, train,
# validation)`, which runs **every setting with every seed** and returns all the rows in one list:
# two settings and three seeds give six rows.
#
# Every setting gets the same seeds: otherwise, a difference could come from the seeds just as well.


# %%
BASELINE = (64, 20)
# TODO 5: the settings of the two experiments, the seeds, and the table.
EXPERIMENT_1 = EXPERIMENT_2 = SEEDS = None


def experiment_table(settings, seeds, train, validation):
    """
    One row for every setting with every seed.

    settings: pairs (hidden_units, epochs). seeds: whole numbers
    Returns a list of rows, as run_experiment gives them.
    """
    raise NotImplementedError("TODO 5")


# %% [markdown]
# ### Run the experiments
#
# The next cells are given. `save_table` writes the rows to the file `experiments.csv`, and
# `load_table` reads them again. The last cell runs everything and saves after each setting. Have
# your predictions written down? Then start it. **Hand in `experiments.csv` together with this
# file**: the checks read your table from it, and they run one of its rows once more.


# %%
COLUMNS = ("hidden_units", "epochs", "seed", "loss", "accuracy", "val_loss", "val_accuracy")


def save_table(rows, path="experiments.csv"):
    """
    Writes the rows to a file, one a line.
    """
    with open(path, "w", encoding="utf-8") as file:
        print(*COLUMNS, sep=",", file=file)
        for row in rows:
            print(*(row[name] for name in COLUMNS), sep=",", file=file)


def load_table(path="experiments.csv"):
    """
    The rows of the file; an empty list if there is no such file.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = [line.strip().split(",") for line in file if line.strip()]
    except FileNotFoundError:
        return []
    rows = []
    for values in lines[1:]:
        row = dict(zip(lines[0], map(float, values), strict=True))
        for name in ("hidden_units", "epochs", "seed"):
            row[name] = int(row[name])
        rows.append(row)
    return rows


# %%
if __name__ == "__main__":
    rows = []
    for setting in (BASELINE, EXPERIMENT_1, EXPERIMENT_2):
        rows += experiment_table([setting], SEEDS, train, validation)
        save_table(rows)
        for row in rows[-len(SEEDS) :]:
            print(*(f"{name} {row[name]:g}" for name in COLUMNS), sep=", ")

# %% [markdown]
# ## Task 6: summarise
#
# Nine rows are too many to look at. For each setting, three numbers say what matters: the **mean**
# of its validation accuracies, the **lowest** and the **highest**. From lowest to highest, that is
# the **spread**: so much does the result vary although nothing was changed but the seed. For
# example:
#
# | setting | validation accuracies | mean | lowest | highest |
# |---|---|---|---|---|
# | (64, 20) | 0.90, 0.94, 0.92 | 0.92 | 0.90 | 0.94 |
# | (64, 50) | 0.93, 0.96, 0.93 | 0.94 | 0.93 | 0.96 |
#
# Write `summarise(rows)`. It returns a list with one dictionary for each setting that occurs in the
# rows, with the keys `"hidden_units"`, `"epochs"`, `"runs"` (how many rows), `"mean"`, `"lowest"` and
# `"highest"`. The rows may come in any order, and one setting may have more runs than another.


# %%
def summarise(rows):
    """
    Mean and spread of the validation accuracy of each setting.

    Returns a list of dicts with hidden_units, epochs, runs, mean, lowest, highest.
    """
    # TODO 6: collect the validation accuracies of each setting, then one dict for each.
    raise NotImplementedError("TODO 6")


# %%
if __name__ == "__main__":
    for line in summarise(load_table()):
        print(line)

# %% [markdown]
# ## Task 7: conclude
#
# In the example above, the mean went up from 0.92 to 0.94. Is the second setting better? Its lowest
# run, 0.93, is below the highest run of the first, 0.94. With other seeds it might have come out
# the other way round. We will claim a difference only where **the spreads don't overlap**, so that
# *every* run of one setting beats *every* run of the other:
#
# (picture: Left: the dots of the two settings overlap in height: no clear difference. Right: all dots of the
# second setting lie above all dots of the first: better)
#
# Write `conclude(rows, before, after)`, where `before` and `after` are settings. Look at the
# validation accuracies of these two settings in `rows`, and return:
#
# 1. `"not comparable"` if the two settings differ in both numbers or in none, or if one of them has
#    fewer than three **different** seeds in the rows (the same seed three times is the same run
#    three times). Then nothing can be concluded, whatever the numbers are.
# 2. `"better"` if the lowest of `after` is higher than the highest of `before`.
# 3. `"worse"` if the highest of `after` is lower than the lowest of `before`.
# 4. `"no clear difference"` otherwise. Equal values are no difference either.
#
# How sure is that? If the change had no effect at all, three runs would come out above the three
# others by pure luck in 1 of 20 cases, and below in another 1 of 20. So it is good evidence, but no
# proof; with five seeds each, it is 1 of 252. And "no clear difference" does not mean "equal". It
# means: these runs don't show which one is better.
#
# Then look at your own table, and write what it shows as `CONCLUSION_1` (20 → 50 epochs) and
# `CONCLUSION_2` (64 → 1,000 units). They have to follow from the table that you hand in, whatever
# you predicted.


# %%
def conclude(rows, before, after):
    """
    What the validation accuracies say about the change from one setting to another.

    before, after: settings (hidden_units, epochs)
    Returns "better", "worse", "no clear difference" or "not comparable".
    """
    # TODO 7: comparable at all? If so, do the spreads overlap?
    raise NotImplementedError("TODO 7")


# What your own table shows. The next cell prints what conclude says about it.
CONCLUSION_1 = CONCLUSION_2 = None


# %%
if __name__ == "__main__":
    print(conclude(load_table(), BASELINE, EXPERIMENT_1), "- predicted:", PREDICTION_1)
    print(conclude(load_table(), BASELINE, EXPERIMENT_2), "- predicted:", PREDICTION_2)

# %% [markdown]
# ## Task 8: the plot
#
# A reader believes a picture that shows the spread. Write `plot_experiments(rows)`: a figure with
# the validation accuracy of each setting, its mean **and** its spread (lowest to highest, or all the
# runs as dots), and a label on the axis of the accuracy. Return the figure. `plt.errorbar` is one
# way to do it: it takes the lengths of the bars below and above each mean,
# `yerr=[below, above]`.


# %%
def plot_experiments(rows):
    """
    Draws mean and spread of the validation accuracy of each setting. Returns the figure.
    """
    # TODO 8: one place on the x axis for each setting, mean and spread above it, labels.
    raise NotImplementedError("TODO 8")


# %%
if __name__ == "__main__":
    plot_experiments(load_table())
    plt.show()

# %% [markdown]
# ## Reflection (2 points, marked by your instructor)
#
# The slides that this course follows print, at the end of training, an accuracy of 0.9988 for 64
# units and 50 epochs, and 0.9997 for 1,000 units and 50 epochs. A friend says: "So more is always
# better. Everyone should take 1,000 units and 50 epochs." The 1,000-unit network has 795,010
# parameters instead of 50,890, and it took your computer longer.
#
# Answer your friend in five to eight sentences. Say which accuracy these two numbers are and why
# that matters; what your own table shows about epochs and about units, with numbers and their
# spread, and how that compares with your predictions; and what you would advise, for whom.

# %%
REFLECTION_EXPERIMENTS = """
(Write your answer here.)
"""
