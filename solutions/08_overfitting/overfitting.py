# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# # 8. 学習不足と過学習
#
# 第 7 章では、50,890 個のパラメータを持つネットワークを作りました。パラメータはまだすべて乱数です。
# この章では、60,000 枚の画像とその正解を使って学習させます。うまくいかない場合は 2 つあり、互いに正反対です。
# 十分に学べていない状態が**学習不足**です。訓練データを丸暗記し、それ以外のデータではかえって悪くなった状態が
# **過学習**です。
#
# ネットワークを学習させ、学習曲線を描き、曲線を読み取る関数を書きます。最もよいエポックはどれか、いつ打ち切るべきか、
# 過学習は始まっているか。最後に、それらの関数を自分の曲線に使います。
# 小さな課題が 10 個と問いが 2 つあり、45 分ほどかかります。
# %%
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorflow import keras


def build_model(hidden_units=64):
    """
    en: The network of chapter 7: it is given here, nothing to do.
    ja: 第 7 章のネットワーク。ここでは用意してあるので、書くことはありません。
    """
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(units=hidden_units, activation="relu"),
            keras.layers.Dense(units=10, activation="softmax"),
        ]
    )


# %% [markdown] lang="en"
# ## Two kinds of data
#
# If you want to know whether a student has understood a subject, you don't ask the very exercises
# they practised with. You ask others. It is the same with networks, so the images are divided:
#
# ![70,000 images are divided: from 60,000, the training data, the network learns; on the other
# 10,000, the validation data, it is only measured](picture:split)
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
# %% [markdown] lang="ja"
# ## 2 種類のデータ
#
# 勉強した内容を理解できたかどうかを確かめるときは、練習に使った問題をそのまま出さず、別の問題を出します。
# ニューラルネットワークも同じです。そこで、画像を 2 つに分けます。
#
# ![70,000 枚の画像を分ける図。60,000 枚の訓練データからは学習し、
# 残りの 10,000 枚の検証データでは測定だけを行う](picture:split)
#
# - **訓練データ**：ネットワークは画像と正解を見て、答えがよくなるように結合の重みを変えます。
# - **検証データ**：ネットワークに答えさせて、結果を測るだけです。ここからは何も学習しません。
#
# 何枚ずつに分けるかは自由に決められます。しかし、**同じ画像を両方に入れてはいけません**。
#
# 学習の前に、もう 1 つすることがあります。画素値は 0 から 255 ですが、ネットワークの学習の計算は、
# 小さな数のときにうまく進みます。そこで、0 から 1 の範囲に変えます。
#
# ## 課題 1：画像を準備する
#
# 関数 `prepare(images)` を書いてください。画素値が 0 から 255 の画像（整数、`uint8`）を受け取り、同じ画像を 0 から 1 の
# 値（`float32`）にして返します。黒の 0 は 0 のまま、白の 255 は 1 に、51 は 0.2 になります。
# 受け取った画像は書き換えません。（第 6 章で学びました。）


# %% task="prepare"
def prepare(images):
    """
    en: Images with values from 0 to 1.
    ja: 値が 0 から 1 の画像。

    en: images: uint8 from 0 to 255, shape (n, 28, 28, 1). Returns float32 of the same shape.
    ja: images: 0 から 255 の uint8、形 (n, 28, 28, 1)。戻り値は同じ形の float32 です。
    """
    # en: TODO 1: float32, and divided so that 255 becomes 1.
    # ja: TODO 1: float32 に変え、255 が 1 になるように割ります。
    ### BEGIN SOLUTION
    return images.astype("float32") / 255
    ### END SOLUTION


# %% grade="prepare"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 「よくなる」とは
#
# 学習には、どれくらい間違っているかを表す 1 つの数が必要です。それが**損失**（誤差）です。7 の画像なら、
# 10 個の出力のうち、7 に与えられた割合 $p$ だけに注目します。この画像の損失は $-\ln p$ です。手で計算してみます。
#
# | 正しい数字の割合 | 損失 $-\ln p$ | 言葉でいうと |
# |---|---|---|
# | $p = 1$ | $0$ | 確信していて、正しい |
# | $p = 0.5$ | $0.69$ | 迷っている |
# | $p = 0.1$ | $2.30$ | 10 個からの当てずっぽう |
# | $p = 0.01$ | $4.61$ | 別の数字だと確信している |
#
# すべての画像についての平均を、**sparse categorical cross-entropy**（交差エントロピーの一種）といいます。
# *sparse* とは、正解を `7` のように数字そのもので与えるという意味です。（sparse の付かない *categorical*
# cross-entropy もあります。こちらは、正解を `[0,0,0,0,0,0,0,1,0,0]` という 10 個の数で与えます。）
#
# **精度**（accuracy）はもっと簡単で、最も強い出力が正しい数字だった画像の割合です。知りたいのは精度ですが、
# 精度は「間違い」から「正解」へ段階的にしか変わりません。損失は、確信が少し強まったり弱まったりしたことも捉えます。
#
# 結合の重みの変え方を決めるのが**オプティマイザ**です。最初は *Adam* がよいでしょう。**学習率**（ここでは 0.001）は、
# 1 回に変える大きさを決めます。
#
# ## 課題 2：コンパイルする
#
# Keras では、この 3 つを `model.compile(loss=…, optimizer=…, metrics=[…])` で指定します。
# 関数 `compile_model(model)` を書いてください。モデルを次のようにコンパイルします。
#
# - 損失は sparse categorical cross-entropy
# - オプティマイザは、学習率 0.001 の Adam
# - 損失とともに報告される指標（metrics）は 2 つで、もう一度 sparse categorical cross-entropy と、精度です。
#   `"sparse_categorical_crossentropy"` と `"accuracy"` と書きます。
#
# そして、そのモデルを返します。（`compile` 自身は何も返しません。）


# %% task="compile"
def compile_model(model):
    """
    en: Chooses loss, optimizer and metrics, and returns the model.
    ja: 損失、オプティマイザ、指標を指定し、モデルを返します。

    en: model: a Keras model that gives out ten shares for each image
    ja: model: 画像ごとに 10 個の割合を出力する Keras のモデル
    """
    # en: TODO 2: compile the model, then return it.
    # ja: TODO 2: モデルをコンパイルして、そのモデルを返します。
    ### BEGIN SOLUTION
    model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer=keras.optimizers.Adam(learning_rate=0.001),
        metrics=["sparse_categorical_crossentropy", "accuracy"],
    )
    return model
    ### END SOLUTION


# %% grade="compile"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## エポックを重ねて学習する
#
# `model.fit` は、訓練データの画像を 32 枚ずつの小さなバッチにしてネットワークに見せ、バッチごとにすべての結合の重みを
# 少しずつ変えます。60,000 枚なら $60{,}000 / 32 = 1{,}875$ 回です。すべての画像を 1 回ずつ使うことを
# 1 **エポック**といいます。1 回では足りないことが多いので、例えば 20 回繰り返します。`validation_data` を
# 指定すると、`fit` はエポックが終わるたびに、検証データでの測定も行います。
#
# 測定した値は、`fit` が返す **History** に入っています。その `history` は辞書で、名前ごとに、エポックの数だけの値が
# 並んだリストがあります。指標を 2 つ指定したので、名前は 6 つです。訓練データでの `loss`、
# `sparse_categorical_crossentropy`、`accuracy` と、その前に `val_` が付いた、検証データでの 3 つです。
#
# ## 課題 3：学習させる
#
# 関数 `train(model, train, validation, epochs=20)` を書いてください。`train` と `validation` は、
# どちらも `(画像, 正解)` という組です。訓練データでモデルを学習させ、`epochs` 回のエポックのそれぞれの後に検証データで
# 測定し、`fit` が返す History を返します。画像の準備はもう済んでいます。バッチの大きさは Keras の既定のままにします。


# %% task="train"
def train(model, train, validation, epochs=20):
    """
    en: Trains the model and returns the History.
    ja: モデルを学習させ、History を返します。

    en: model: a compiled model
    ja: model: コンパイル済みのモデル
    en: train, validation: pairs (images, labels); images float32 from 0 to 1, labels 0 to 9
    ja: train, validation: (画像, 正解) の組。画像は 0 から 1 の float32、正解は 0 から 9
    en: epochs: how often all training images are used
    ja: epochs: 訓練データ全体を使う回数
    """
    # en: TODO 3: fit on the training data, measure on the validation data, return the History.
    # ja: TODO 3: 訓練データで fit を行い、検証データで測定し、History を返します。
    ### BEGIN SOLUTION
    return model.fit(
        train[0],
        train[1],
        epochs=epochs,
        validation_data=(validation[0], validation[1]),
        verbose=2,
    )
    ### END SOLUTION


# %% grade="train"
# %% [markdown] lang="en"
# Now train it. This takes one to three minutes; watch the numbers while it runs. Which of them keep
# getting better, and which don't?
# %% [markdown] lang="ja"
# では、学習させましょう。1 分から 3 分ほどかかります。表示される数を見ていてください。
# よくなり続けるのはどれでしょうか。そうでないのはどれでしょうか。
# %% run
from autograder.course import mnist

print("TensorFlow", tf.__version__)
x_train, y_train, x_test, y_test = mnist.arrays()
m = compile_model(build_model())
weights_before = m.get_weights()[2].copy()
my_history = train(m, (prepare(x_train), y_train), (prepare(x_test), y_test)).history
# %% [markdown] lang="en"
# ## A history from the lecture
#
# Random numbers play a part in training, so your numbers differ a little from everybody else's. To
# have something that we can all talk about, here is a history printed in the lecture that this course
# goes with: the same network, the same data, 20 epochs.
# %% [markdown] lang="ja"
# ## 講義で示された履歴
#
# 学習では乱数が使われるので、あなたの数は、ほかの人の数と少しずつ違います。全員が同じものを見ながら考えられるように、
# このコースのもとになった講義で示された履歴を使いましょう。同じネットワーク、同じデータで、20 エポック学習したものです。
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
# en: The cross-entropy was the loss, so the numbers are the same.
# ja: 交差エントロピーが損失だったので、数は同じです。
PRINTED_HISTORY["sparse_categorical_crossentropy"] = PRINTED_HISTORY["loss"]
PRINTED_HISTORY["val_sparse_categorical_crossentropy"] = PRINTED_HISTORY["val_loss"]
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 4：曲線を描く
#
# 120 個の数を眺めても、なかなか様子は分かりません。関数 `plot_history(history)` を書いてください。
# `history` は `PRINTED_HISTORY` のような辞書です。1 つの図に 2 つのグラフを描き、その図（figure）を返します。
#
# - 1 つは、訓練データでの損失と検証データでの損失
# - もう 1 つは、訓練データでの精度と検証データでの精度
#
# どちらにも、どの線が何かを示す凡例（「訓練」または training、「検証」または validation という語を使います）と、
# 両方の軸の名前を付けます。エポックは **1 から**数えます。最初の数は、エポック 1 のものです。
# 2 つのグラフがある図は、`figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4))` で作れます。
# （日本語の文字を図に入れるには、`import matplotlib_fontja` が必要です。英語で書いてもかまいません。）


# %% task="plot"
def plot_history(history):
    """
    en: Draws loss and accuracy, on training and validation data, against the epoch.
    ja: 訓練データと検証データでの損失と精度を、エポックごとに描きます。

    en: history: dictionary, a list of numbers for each name. Returns the figure.
    ja: history: 名前ごとに数のリストがある辞書。戻り値は figure です。
    """
    # en: TODO 4: two diagrams with two lines each; return the figure.
    # ja: TODO 4: 2 本ずつの線があるグラフを 2 つ描き、figure を返します。
    ### BEGIN SOLUTION
    figure, diagrams = plt.subplots(1, 2, figsize=(10, 4))
    for diagram, name in zip(diagrams, ("loss", "accuracy"), strict=True):
        epochs = range(1, len(history[name]) + 1)
        diagram.plot(epochs, history[name], label="training")
        diagram.plot(epochs, history["val_" + name], label="validation")
        diagram.set_xlabel("epoch")
        diagram.set_ylabel(name)
        diagram.legend()
    return figure
    ### END SOLUTION


# %% grade="plot"
# %% run
plot_history(PRINTED_HISTORY)
plot_history(my_history)
plt.show()
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 曲線を読む
#
# まず、訓練データでの損失を見ましょう。ひたすら減少しています。これだけで（あるいは訓練データでの精度だけで）
# 判断すると、いつでも最後のエポックが最もよいことになり、いつまでも学習を続けることになります。次に、検証データでの
# 損失を見ましょう。こちらも減少しますが、最も低い点に達した後、ゆっくり増えていきます。
# そこから先は、もう見たことのあるデータについてだけ、よくなっているのです。
#
# ## 課題 5：最もよいエポック
#
# 関数 `best_epoch(history)` を書いてください。**検証データでの損失（`val_loss`）が最も小さい**エポックを、
# 1 から数えて返します。最小の値がいくつかあるときは、最初のものを選びます。学習が少なくて済むからです。
#
# 手で確かめると、検証データでの損失が $0.50,\ 0.40,\ 0.42,\ 0.38,\ 0.39,\ 0.41,\ 0.37$ のとき、エポック 7 です。


# %% task="best_epoch"
def best_epoch(history):
    """
    en: The epoch with the lowest validation loss, counted from 1; the first one if several share it.
    ja: 検証データでの損失が最も小さいエポック（1 から数える）。複数あれば最初のもの。
    """
    # en: TODO 5: look for the smallest number in the list "val_loss".
    # ja: TODO 5: リスト "val_loss" の中で最も小さい数を探します。
    ### BEGIN SOLUTION
    # en: The first of the lowest; nan, which is no number, is not the lowest.
    # ja: 最小のもののうち最初の位置。nan は数ではないので、最小とみなしません。
    return int(np.nanargmin(history["val_loss"])) + 1
    ### END SOLUTION


# %% grade="best_epoch"
# %% [markdown] lang="en"
# ## When to stop
#
# Whoever knows the whole curve finds the best epoch easily. But while the training is running, the
# future is not known. Should one stop as soon as the validation loss gets worse once? It wobbles, so
# that might be too early. A common rule is to have some **patience**: stop when there was no new
# lowest value for `patience` epochs **in a row**.
#
# By hand, for the losses from above and a patience of 2:
#
# ![Seven validation losses: 0.50, 0.40, 0.42, 0.38, 0.39, 0.41, 0.37. Epochs 2 and 4 are new lowest
# values; 5 and 6 are not, so with patience 2 the training stops at epoch 6](picture:patience)
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
# %% [markdown] lang="ja"
# ## いつ打ち切るか
#
# 曲線の全体が分かっていれば、最もよいエポックを見つけるのは簡単です。しかし、学習の途中では先のことは分かりません。
# 検証データでの損失が 1 回悪くなったら、すぐに打ち切るべきでしょうか。値は揺れ動くので、早すぎるかもしれません。
# そこで、**patience**（どれだけ待つか）を決めておく方法がよく使われます。最小値の更新がないエポックが
# `patience` 回**続いたら**、打ち切ります。
#
# 上の例で、patience が 2 のときを手で確かめます。
#
# ![7 つのエポックの検証データでの損失 0.50, 0.40, 0.42, 0.38, 0.39, 0.41, 0.37 の図。エポック 2 と 4 では最小値が
# 更新されるが、5 と 6 では更新されないので、patience が 2 なら 6 で打ち切る](picture:patience)
#
# | エポック | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
# |---|---|---|---|---|---|---|---|
# | 検証データでの損失 | 0.50 | 0.40 | 0.42 | 0.38 | 0.39 | 0.41 | 0.37 |
# | 最小値を更新したか | はい | はい | いいえ | はい | いいえ | いいえ | |
# | 更新のないエポックが続いた回数 | 0 | 0 | 1 | 0 | 1 | 2：打ち切り | |
#
# エポック 5 は、直前のエポックではなく、**それまでの最小値**（0.38）と比べていることに注意してください。
# また、最小値と等しいだけでは、更新したことになりません。patience が 1 なら、エポック 3 で打ち切られます。
# patience が 3 なら最後まで続き、0.37 が見つかります。待つには時間がかかりますが、報われることもあります。
#
# ## 課題 6：学習の打ち切り
#
# 関数 `stop_epoch(history, patience)` を書いてください。この規則で学習が打ち切られるエポックを、1 から数えて返します。
# 打ち切られないときは、最後のエポックを返します。`patience` は 1 以上の整数です。（Keras には、これと同じように
# 自動で打ち切る `keras.callbacks.EarlyStopping(monitor="val_loss", patience=…)` があります。）


# %% task="stop_epoch"
def stop_epoch(history, patience):
    """
    en: The epoch after which early stopping ends the training, counted from 1.
    ja: 早期打ち切りで学習が終わるエポック（1 から数える）。

    en: patience: stop after this many epochs in a row without a new lowest validation loss
    ja: patience: 検証データでの損失の最小値が更新されないエポックが何回続いたら打ち切るか
    """
    # en: TODO 6: go through the epochs; remember the lowest value, count the epochs without a new one.
    # ja: TODO 6: エポックを順に見て、最小値を覚え、更新のない回数を数えます。
    ### BEGIN SOLUTION
    lowest, waited = float("inf"), 0
    for epoch, loss in enumerate(history["val_loss"], start=1):
        if loss < lowest:
            lowest, waited = loss, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(history["val_loss"])
    ### END SOLUTION


# %% grade="stop_epoch"
# %% run
print("best epoch:", best_epoch(PRINTED_HISTORY), "yours:", best_epoch(my_history))  # en
print("最もよいエポック:", best_epoch(PRINTED_HISTORY), "自分:", best_epoch(my_history))  # ja
for patience in (1, 2, 3, 5):
    print(patience, stop_epoch(PRINTED_HISTORY, patience), stop_epoch(my_history, patience))
# %% [markdown] lang="en"
# ## Three kinds of curves
#
# ![Three diagrams. Underfitting: both losses are still falling steeply at the last epoch. Good fit:
# both have fallen, and the validation loss stays level. Overfitting: the training loss keeps
# falling while the validation loss rises again](picture:three_kinds)
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
# ![Left: a validation loss that wobbles around a constant value; smoothed, it is nearly level.
# Right: the printed validation loss; smoothed, it rises clearly after its lowest
# point](picture:wobble)
# %% [markdown] lang="ja"
# ## 3 種類の曲線
#
# ![3 つのグラフ。学習不足：最後のエポックでも、2 つの損失がまだ大きく減少している。よい学習：どちらも減少し、
# 検証データでの損失は横ばいになる。過学習：訓練データでの損失は減り続けるが、
# 検証データでの損失は再び増える](picture:three_kinds)
#
# - **学習不足**：訓練データについてさえ、十分に学べていません。エポックが足りない（曲線がまだ減少している）か、
#   ネットワークが小さすぎる（曲線は横ばいだが、値が悪い）かのどちらかです。
# - **よい学習**（good fit）：検証データでの損失が減少し、低いまま保たれています。
# - **過学習**：訓練データでの損失は減り続けるのに、検証データでの損失は再び増えています。
#
# ### 揺れなのか、増加なのか
#
# 検証データでの曲線は揺れ動きます。次の値がたまたま高くなることもあります。揺れを過学習と見まちがえないようにしましょう。
# そのための工夫が 2 つあります。1 つ目は、曲線を**滑らかにする**ことです。続いた 5 エポックごとの平均に置き換えると、
# 偶然の揺れが打ち消し合います。下の関数 `smooth` がこれを行い、20 エポックから 16 個の平均を作ります。
# 2 つ目は、10% を超える**はっきりした変化**だけを変化とみなすことです。
#
# 講義の履歴の検証データでの損失で、手で確かめます。16 個の平均のうち最も小さいのは、エポック 7 から 11 の平均で、
#
# $$(0.0918 + 0.0979 + 0.0904 + 0.1027 + 0.0924) / 5 = 0.0950$$
#
# です。最後の平均（エポック 16 から 20）は $0.1126$ です。$0.1126 / 0.0950 = 1.18$ 倍、つまり 18% の増加で、
# 10% を超えています。これは揺れではありません。
#
# ![左：一定の値のまわりで揺れている検証データでの損失。滑らかにすると、ほぼ横ばいになる。
# 右：講義の履歴の検証データでの損失。滑らかにすると、最も低い点の後ではっきり増える](picture:wobble)
# %%
CLEAR = 0.10


def smooth(values):
    """
    en: Averages of five epochs in a row: n numbers in (n at least 5), n - 4 numbers out.
    ja: 続いた 5 エポックごとの平均。n 個（5 個以上）の数から n - 4 個の数を作ります。
    """
    return np.convolve(values, np.ones(5) / 5, mode="valid")


# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 7：過学習はどこから始まるか
#
# 関数 `overfitting_begins(history)` を書いてください。（10 エポック以上の）履歴が過学習を示すのは、
# 次の**両方**が成り立つときです。
#
# 1. 滑らかにした検証データでの損失の**最後の値が、最小値を 10% より大きく上回っている**。
# 2. その間、訓練データでの損失は**減り続けている**。つまり、滑らかにした訓練データでの損失の最後の値が、
#    滑らかにした検証データでの損失が最小だった位置での値より小さい。（訓練データでの損失も増えているなら、
#    学習率が大きすぎるなど、別の問題です。）
#
# このとき、最もよいエポック（課題 5）の**次の**エポックを返します。そこから先は、もう知っているデータについてだけ
# よくなっているからです。そうでなければ `None` を返します。


# %% task="overfitting_begins"
def overfitting_begins(history):
    """
    en: The first epoch of overfitting, counted from 1; None where there is no overfitting.
    ja: 過学習が始まるエポック（1 から数える）。過学習がなければ None。
    """
    # en: TODO 7: smooth both losses, check the two conditions, and use best_epoch.
    # ja: TODO 7: 2 つの損失を滑らかにし、2 つの条件を調べ、best_epoch を使います。
    ### BEGIN SOLUTION
    val_loss, loss = smooth(history["val_loss"]), smooth(history["loss"])
    lowest = np.argmin(val_loss)
    rises = val_loss[-1] > (1 + CLEAR) * val_loss[lowest]
    still_learning = loss[-1] < loss[lowest]
    return best_epoch(history) + 1 if rises and still_learning else None
    ### END SOLUTION


# %% grade="overfitting_begins"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 8：診断する
#
# 関数 `diagnose(history)` を書いてください。次の 3 つの文字列のどれかを返します。
#
# 1. どこかで過学習が始まっているなら（課題 7）、`"overfitting"`（過学習）
# 2. そうではなく、まだ十分に学べていないなら、`"underfitting"`（学習不足）。手がかりは 2 つあり、どちらか一方が
#    成り立てば十分です。1 つは、滑らかにした検証データでの損失が**まだはっきり減少している**こと、つまり、最後の値が
#    5 エポック前の値を 10% より大きく下回っていることです。もう 1 つは、訓練データについてさえ結果が悪いこと、つまり、
#    滑らかにした**訓練データでの精度**の最後の値が 0.9 より小さいことです。
# 3. どちらでもなければ、`"good fit"`（よい学習）


# %% task="diagnose"
def diagnose(history):
    """
    en: "overfitting", "underfitting" or "good fit".
    ja: "overfitting"、"underfitting"、"good fit" のどれか。
    """
    # en: TODO 8: ask for overfitting first, then for the two signs of underfitting.
    # ja: TODO 8: まず過学習かどうかを、次に学習不足の 2 つの手がかりを調べます。
    ### BEGIN SOLUTION
    if overfitting_begins(history) is not None:
        return "overfitting"
    val_loss, accuracy = smooth(history["val_loss"]), smooth(history["accuracy"])
    still_falling = val_loss[-1] < (1 - CLEAR) * val_loss[-6]
    return "underfitting" if still_falling or accuracy[-1] < 0.9 else "good fit"
    ### END SOLUTION


# %% grade="diagnose"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 9：自分の曲線を読む
#
# 関数 `read_curve(history)` を書いてください。履歴について自分の関数から分かることを、4 つの項目がある辞書にまとめます。
#
# - `"best_epoch"`、`"overfitting_begins"`、`"diagnosis"`：課題 5、7、8 の結果
# - `"accuracy_gap"`：最後のエポックで、訓練データでの結果が検証データでの結果よりどれだけよいか。
#   訓練データでの精度から、検証データでの精度を引いたものです。講義の履歴では $0.9971 - 0.9748 = 0.0223$ です。
#
# 書けたら、自分の曲線を読んでみましょう。自分のグラフを見て、その結果に納得できますか。


# %% task="read_curve"
def read_curve(history):
    """
    en: What a history shows: best_epoch, overfitting_begins, diagnosis and accuracy_gap.
    ja: 履歴から分かること: best_epoch、overfitting_begins、diagnosis、accuracy_gap。
    """
    # en: TODO 9: a dictionary with four entries, filled by your functions.
    # ja: TODO 9: 自分の関数の結果を入れた、4 つの項目がある辞書を作ります。
    ### BEGIN SOLUTION
    return {
        "best_epoch": best_epoch(history),
        "overfitting_begins": overfitting_begins(history),
        "diagnosis": diagnose(history),
        "accuracy_gap": history["accuracy"][-1] - history["val_accuracy"][-1],
    }
    ### END SOLUTION


# %% grade="read_curve"
# %% run
print(read_curve(PRINTED_HISTORY))
print(read_curve(my_history))
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 中で何が変わったか
#
# 学習とは、パラメータを変えることです。`model.get_weights()` は、パラメータを配列のリストとして返します。
# 層の順に並び、どの層でも結合の重みが先、バイアスが後です。ここでは 4 つの要素があります。隠れ層の 64 個のニューロンと
# 出力層の 10 個のニューロンの間の結合の重みは、どれでしょうか。表示してみる前に、それぞれの形を考えてみましょう。
#
# ## 課題 10：出力層の結合の重み
#
# 関数 `output_weights(model)` を書いてください。隠れ層と出力層の間の結合の重み（バイアスは含みません）を、
# 形が (64, 10) の配列で返します。


# %% task="output_weights"
def output_weights(model):
    """
    en: The weights between the hidden layer and the output layer, shape (hidden neurons, 10).
    ja: 隠れ層と出力層の間の結合の重み。形は (隠れ層のニューロンの個数, 10)。
    """
    # en: TODO 10: one entry of the list that get_weights gives.
    # ja: TODO 10: get_weights が返すリストの要素の 1 つです。
    ### BEGIN SOLUTION
    return model.get_weights()[2]
    ### END SOLUTION


# %% grade="output_weights"
# %% run
changes = np.abs(output_weights(m) - weights_before)
print("weights between hidden neuron 0 and the ten digits, before and after:")  # en
print("隠れ層のニューロン 0 と 10 個の数字の間の結合の重み（学習の前と後）:")  # ja
print(weights_before[0].round(2))
print(output_weights(m)[0].round(2))
print("average change:", changes.mean().round(3))  # en
print("変化の大きさの平均:", changes.mean().round(3))  # ja
# %% [markdown] lang="en"
# ## Two questions
#
# Answer in a few sentences of your own. Your instructor reads them.
# %% [markdown] lang="ja"
# ## 2 つの問い
#
# 自分の言葉で、数文で答えてください。担当の先生が読みます。
# %% [markdown] reflection="reflection_stop" lang="en"
# **When would you stop?** "While learning is repeated, the error decreases." For which data is this
# sentence true in your curve, for which is it not, and from which epoch on? Say after which epoch you
# would have stopped, and give your reasons with at least two numbers from your own history.
# %% [markdown] reflection="reflection_stop" lang="ja"
# **いつ打ち切りますか。** 「学習を繰り返すと、誤差は減少する」といわれます。自分の曲線では、この文はどのデータについて正しく、
# どのデータについて、どのエポックから正しくないでしょうか。自分ならどのエポックで打ち切ったかを答え、その理由を、
# 自分の履歴にある数を 2 つ以上使って説明してください。
# %% [markdown] reflection="reflection_data" lang="en"
# **Why separate data?** A friend uses the same 60,000 images as training data and as validation data,
# reports a validation accuracy of 0.997, and concludes that 100 epochs would be better still. What
# would you expect their validation curve to look like, what can they not see in it, and what should
# they do instead?
# %% [markdown] reflection="reflection_data" lang="ja"
# **なぜデータを分けるのですか。** 友人が、同じ 60,000 枚の画像を訓練データにも検証データにも使い、「検証データでの精度は
# 0.997 だった。100 エポックまで続ければもっとよくなる」と言っています。友人の検証データでの曲線は、どのような形だと
# 考えられますか。その曲線では、何が分からないでしょうか。代わりにどうすればよいでしょうか。
