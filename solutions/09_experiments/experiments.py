# %% [markdown] lang="en"
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
# ![The whole way in six boxes: load the images, scale them to 0 to 1, build the network, train it,
# predict, measure the accuracy on unseen images; an arrow from the last box goes back to build:
# change one thing and compare](picture:whole_way)
# %% [markdown] lang="ja"
# # 9. ニューラルネットワークの利用の流れ
#
# 部品はすべてそろいました。画像、ネットワーク、学習、そして学習で起こりうる問題です。この章では、
# データから分類結果まで、全体の流れを一度通して行います。そして、それを使って、**何かを確かめる**ことに進みます。
#
# 確かめたいことが 2 つあります。これまで、ネットワークを 20 エポック学習させました。50 エポックならよくなるでしょうか。
# 隠れ層のユニット数は 64 でした。1000 ならよくなるでしょうか。まず予想を書き、次に測定し、
# 最後に、測定から言えることと言えないことをまとめます。
#
# 課題は 8 つで、考える時間は 45 分ほどです。そのほかに、実験の計算に普通のパソコンで 15 分ほどかかりますが、
# その間は別のことをしていてかまいません。
#
# ![全体の流れを表す 6 つの箱。画像を読み込む、0 から 1 にする、ネットワークを作る、学習する、予測する、
# 見たことのない画像で精度を測る。最後の箱から「作る」へ矢印が戻り、1 つだけ変えて比べる、とある](picture:whole_way)
# %%
import matplotlib.pyplot as plt
import numpy as np
from tensorflow import keras


# %% [markdown] lang="en"
# ## What is given
#
# `build_model(hidden_units)` makes the network of chapter 7 and compiles it as in chapter 8. You
# need not change it. (`steps_per_execution` only saves time: it changes no result.)
# %% [markdown] lang="ja"
# ## 用意してある関数
#
# `build_model(hidden_units)` は、第 7 章のネットワークを作り、第 8 章と同じようにコンパイルします。
# 変更する必要はありません。（`steps_per_execution` は時間を節約するためのもので、結果は変わりません。）
# %%
def build_model(hidden_units):
    """
    en: The network of chapter 7 with this number of hidden units, compiled as in chapter 8.
    ja: 第 7 章のネットワーク (隠れ層のユニット数は hidden_units) を、第 8 章と同じようにコンパイルして返す。
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


# %% [markdown] lang="en"
# The images come from TensorFlow Datasets, as in chapter 6, and are scaled from 0…255 to 0…1. The
# 60,000 images of the part called `train` are for training. The 10,000 images of the part called
# `test` are our validation data: the network never learns from them.
# %% [markdown] lang="ja"
# 画像は、第 6 章と同じように TensorFlow Datasets から読み込み、画素値 0〜255 を 0〜1 にします。
# `train` の 60,000 枚は、学習に使う訓練データです。`test` の 10,000 枚は検証データで、
# ネットワークがこれを使って学習することはありません。
# %%
def load_images():
    """
    en: Training and validation data: two pairs (images, labels), pixel values from 0 to 1.
    ja: 訓練データと検証データ。2 つの組 (images, labels)、画素値は 0 から 1。
    """
    import tensorflow_datasets as tfds

    mnist, _mnist_info = tfds.load(
        "mnist", with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1
    )
    return tuple(
        (np.asarray(images, "float32") / 255, np.asarray(labels))
        for images, labels in (mnist["train"], mnist["test"])
    )


# %% run
train, validation = load_images()
print(train[0].shape, validation[0].shape)


# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 活性化から分類結果へ
#
# `model.predict(images)` は、画像 1 枚につき 10 個の活性化度を返します。1 行が 1 枚の、形が `(n, 10)` の配列です。
# 分類結果は、最も強く活性化したニューロンの数字です。3 枚の例を見てみましょう。
# 短くするため、数字 0 から 4 の列だけを示します。
#
# | 画像 | 0 | 1 | 2 | 3 | 4 | 分類結果 |
# |---|---|---|---|---|---|---|
# | 1 枚目 | 0.01 | 0.02 | **0.90** | 0.06 | 0.01 | 2 |
# | 2 枚目 | **0.97** | 0.00 | 0.01 | 0.01 | 0.01 | 0 |
# | 3 枚目 | 0.10 | 0.15 | 0.05 | 0.30 | **0.40** | 4 |
#
# 分類結果は、行の中で最大の数がある**場所**で、その数そのものではありません。3 枚目を見ると、
# 四捨五入ではうまくいかないことがわかります。0.5 以上の活性化度はありませんが、分類結果は 4 です。
#
# ## 課題 1：分類結果
#
# 画像ごとの分類結果を返す関数 `predict_labels(model, images)` を書いてください。
# 結果は 0 から 9 の整数で、形は `(n,)` です。画像が 1 枚でも、1 個の数が入った配列を返します。
# %% task="predict_labels"
def predict_labels(model, images):
    """
    en: The digit that the model sees in each image.
    ja: それぞれの画像をモデルが分類した数字。

    en: images: float32, shape (n, 28, 28, 1), values from 0 to 1
    ja: images: float32、形 (n, 28, 28, 1)、値は 0 から 1
    en: Returns whole numbers from 0 to 9, shape (n,).
    ja: 戻り値: 0 から 9 の整数、形 (n,)
    """
    # en: TODO 1: predict, then the place of the largest activation in each row.
    # ja: TODO 1: predict で活性化度を求め、各行で最大の値がある場所を返します。
    ### BEGIN SOLUTION
    return model.predict(images, verbose=0).argmax(axis=1)
    ### END SOLUTION


# %% grade="predict_labels"
# %% [markdown] lang="en"
# ## Task 2: accuracy on unseen images
#
# The **accuracy** is the share of images that are answered rightly, a number from 0 to 1. If the
# answers are 2, 0, 4, 8 and the labels are 2, 0, 9, 8, then three of four agree: 0.75.
#
# Write `accuracy_on(model, images, labels)`. What it means depends on the images you give it. On
# the training images it says how well the network remembers; on images that it has never seen, how
# well it does its job.
# %% [markdown] lang="ja"
# ## 課題 2：見たことのない画像での精度
#
# **精度**は、正しく分類した画像の割合で、0 から 1 の数です。分類結果が 2, 0, 4, 8 で、正解が 2, 0, 9, 8 なら、
# 4 枚のうち 3 枚が一致しているので、精度は 0.75 です。
#
# 関数 `accuracy_on(model, images, labels)` を書いてください。この値の意味は、どの画像を渡すかで決まります。
# 訓練データの画像なら、どれだけ覚えているかがわかります。見たことのない画像なら、どれだけ役に立つかがわかります。
# %% task="accuracy_on"
def accuracy_on(model, images, labels):
    """
    en: Share of the images whose predicted label is right.
    ja: 分類結果が正解と一致した画像の割合。

    en: images: float32, shape (n, 28, 28, 1). labels: whole numbers, shape (n,)
    ja: images: float32、形 (n, 28, 28, 1)。labels: 整数、形 (n,)
    en: Returns a number from 0 to 1.
    ja: 戻り値: 0 から 1 の数
    """
    # en: TODO 2: compare the predicted labels with the right ones.
    # ja: TODO 2: 分類結果と正解のラベルを比べます。
    ### BEGIN SOLUTION
    return float(np.mean(predict_labels(model, images) == labels))
    ### END SOLUTION


# %% grade="accuracy_on"
# %% run
# en: The whole way once, with 3 epochs to keep it short.
# ja: 全体の流れを一度通します。短くするため、3 エポックだけ学習します。
model = build_model(64)
model.fit(*train, epochs=3, validation_data=validation, verbose=2)
print(predict_labels(model, validation[0]))
print(accuracy_on(model, *train), accuracy_on(model, *validation))
# %% [markdown] lang="en"
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
# ![A grid of epochs and units. The baseline is at 64 units and 20 epochs. Experiment 1 goes right
# to 50 epochs, experiment 2 goes up to 1,000 units. The diagonal to 50 epochs and 1,000 units is
# crossed out: two factors at once](picture:one_factor)
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
# %% [markdown] lang="ja"
# ## 実験のしかた
#
# 「エポック数を 50 にしたら 0.9988 になった。だから 50 のほうがよい」という文には、問題が 4 つあります。
# 次の 4 つの手順は、それを 1 つずつ防ぐためのものです。
#
# 1. **先に予想を書く**：結果を見たあとでは、どんな結果でも、わかっていたように思えてしまいます。
# 2. **一度に変える条件は 1 つ**：エポック数*と*ユニット数を両方変えると、どちらのために違いが出たのかわかりません。
# 3. **繰り返す**：学習はランダムな重みから始まり、画像の順番も混ぜられるので、実行するたびに違う数になります。
#    1 回どうしの比較では、ただの偶然かもしれません。
# 4. **大事なものを比べる**：*検証データ*での精度を比べます。訓練データでの精度は、長く学習すればたいてい上がります。
#    過学習している間も上がります。
#
# ![エポック数とユニット数の表。基準は 64 ユニット、20 エポック。実験 1 は右へ、50 エポックに進む。実験 2 は上へ、
# 1000 ユニットに進む。50 エポックで 1000 ユニットへの斜めの矢印には × がついている（条件を 2 つ変えている）](picture:one_factor)
#
# 2 つの実験の出発点となる**基準**は、64 ユニット、20 エポックです。実験 1 では、エポック数だけを 50 に変えます。
# 実験 2 では、ユニット数だけを 1000 に変えます。
#
# ## 課題 3：予想
#
# この変更で、検証データでの精度はどうなるでしょうか。`"better"`（よくなる）、`"worse"`（悪くなる）、
# `"no clear difference"`（はっきりした違いはない）から選び、*実行する前に*書いてください。どれを選んでもかまいません。
# 当たったかどうかでは採点しません。（これらの文字列には名前もつけてあります。引用符なしで `BETTER` と書くこともできます。）
# %%
BETTER = "better"
WORSE = "worse"
NO_CLEAR_DIFFERENCE = "no clear difference"
NOT_COMPARABLE = "not comparable"

# %% task="predictions"
# en: TODO 3: what do you expect from 50 epochs instead of 20 (1), from 1,000 units instead of 64 (2)?
# ja: TODO 3: 20 → 50 エポック (1)、64 → 1000 ユニット (2) で、どうなると予想しますか。
### BEGIN SOLUTION -> PREDICTION_1 = PREDICTION_2 = None
PREDICTION_1 = "no clear difference"
PREDICTION_2 = "better"


### END SOLUTION
# %% grade="predictions"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 4：1 回の実行
#
# 1 回の実行では、ネットワーク 1 つを最初から学習させ、表の **1 行**を作ります。次の 7 つの項目を持つ辞書（dict）です。
#
# | キー | 値 |
# |---|---|
# | `"hidden_units"`, `"epochs"`, `"seed"` | この実行の条件 |
# | `"loss"`, `"accuracy"` | 訓練データでの、最後のエポックの後の値 |
# | `"val_loss"`, `"val_accuracy"` | 検証データでの、最後のエポックの後の値 |
#
# 関数 `run_experiment(hidden_units, epochs, seed, train, validation)` を書いてください。
# `train` と `validation` は、組 `(images, labels)` です。注意することが 4 つあります。
#
# - **乱数のシード**：シードは、すべての乱数のもとになる数です。`keras.utils.set_random_seed(seed)` で設定します。
#   ネットワークを作るときに、もうランダムな重みが作られるので、*最初に*設定します。そうすると、
#   同じシードなら同じ行が、別のシードなら別の行が得られます。
# - **毎回、新しいネットワーク**：一度学習したネットワークを使うと、その分だけ有利になります。
# - **検証データ**は、`validation_data=validation` として `fit` に渡します。こうすると、学習には使われず、
#   測定だけに使われます。
# - **最後のエポックの後**：`fit` は履歴を返します。`history.history["val_loss"]` は、
#   エポックごとに 1 つの数が入ったリストです。その最後の値を使います。いちばんよい値を選ぶと、
#   たまたま運のよかった瞬間を選ぶことになります。
# %% task="run_experiment"
def run_experiment(hidden_units, epochs, seed, train, validation):
    """
    en: Trains one new network and returns its row of the table.
    ja: 新しいネットワークを 1 つ学習させ、表の 1 行を返す。

    en: train, validation: pairs (images, labels)
    ja: train, validation: 組 (images, labels)
    en: Returns a dict with hidden_units, epochs, seed, loss, accuracy, val_loss, val_accuracy.
    ja: 戻り値: hidden_units, epochs, seed, loss, accuracy, val_loss, val_accuracy を持つ dict
    """
    # en: TODO 4: seed, new network, fit with validation data, last value of each list.
    # ja: TODO 4: シードの設定、新しいネットワーク、検証データつきの fit、各リストの最後の値。
    ### BEGIN SOLUTION
    keras.utils.set_random_seed(seed)
    model = build_model(hidden_units)
    history = model.fit(*train, epochs=epochs, validation_data=validation, verbose=0).history
    row = {"hidden_units": hidden_units, "epochs": epochs, "seed": seed}
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        row[name] = history[name][-1]
    return row
    ### END SOLUTION


# %% grade="run_experiment"
# %% run
# en: A small run to try it: 1,000 images, 2 epochs.
# ja: 小さな実行で試します。画像 1000 枚、2 エポックです。
small = train[0][:1000], train[1][:1000]
print(run_experiment(64, 2, 1, small, validation))
# %% [markdown] lang="en"
# ## Task 5: the table
#
# Now plan the experiments. A **setting** is a pair `(hidden_units, epochs)`; the baseline is
# `(64, 20)`. Fill in the settings of experiments 1 and 2, and `SEEDS`: at least three different
# whole numbers, whichever you like. Then write `experiment_table(settings, seeds, train,
# validation)`, which runs **every setting with every seed** and returns all the rows in one list:
# two settings and three seeds give six rows.
#
# Every setting gets the same seeds: otherwise, a difference could come from the seeds just as well.
# %% [markdown] lang="ja"
# ## 課題 5：表
#
# 実験の計画を立てます。**設定**は、組 `(hidden_units, epochs)` です。基準は `(64, 20)` です。実験 1 と実験 2
# の設定と、`SEEDS`（3 つ以上の、互いに異なる整数。どんな数でもかまいません）を書いてください。次に、関数
# `experiment_table(settings, seeds, train, validation)` を書いてください。
# **すべての設定を、すべてのシードで**実行し、全部の行を 1 つのリストにして返します。設定が 2 つ、シードが 3 つなら、
# 6 行になります。
#
# どの設定でも、同じシードを使います。そうしないと、違いがシードのために出たのかもしれなくなるからです。
# %% task="experiment_table"
BASELINE = (64, 20)
# en: TODO 5: the settings of the two experiments, the seeds, and the table.
# ja: TODO 5: 2 つの実験の設定、シード、表。
### BEGIN SOLUTION -> EXPERIMENT_1 = EXPERIMENT_2 = SEEDS = None
EXPERIMENT_1 = (64, 50)
EXPERIMENT_2 = (1000, 20)
SEEDS = (1, 2, 3)
### END SOLUTION


def experiment_table(settings, seeds, train, validation):
    """
    en: One row for every setting with every seed.
    ja: すべての設定とすべてのシードの組み合わせについて、1 行ずつ。

    en: settings: pairs (hidden_units, epochs). seeds: whole numbers
    ja: settings: 組 (hidden_units, epochs) の並び。seeds: 整数の並び
    en: Returns a list of rows, as run_experiment gives them.
    ja: 戻り値: run_experiment が返す行のリスト
    """
    ### BEGIN SOLUTION
    return [
        run_experiment(hidden_units, epochs, seed, train, validation)
        for hidden_units, epochs in settings
        for seed in seeds
    ]
    ### END SOLUTION


# %% grade="experiment_table"
# %% [markdown] lang="en"
# ### Run the experiments
#
# The next cells are given. `save_table` writes the rows to the file `experiments.csv`, and
# `load_table` reads them again. The last cell runs everything and saves after each setting. Have
# your predictions written down? Then start it. **Hand in `experiments.csv` together with this
# file**: the checks read your table from it, and they run one of its rows once more.
# %% [markdown] lang="ja"
# ### 実験を実行する
#
# 次のセルは用意してあります。`save_table` は行をファイル `experiments.csv` に書き、`load_table` はそれを読みます。
# 最後のセルがすべてを実行し、設定が 1 つ終わるたびに保存します。予想は書きましたか。書いたら、実行してください。
# **`experiments.csv` は、このファイルと一緒に提出してください。** 確認プログラムは、そこから表を読み、
# そのうちの 1 行をもう一度実行します。
# %%
COLUMNS = ("hidden_units", "epochs", "seed", "loss", "accuracy", "val_loss", "val_accuracy")


def save_table(rows, path="experiments.csv"):
    """
    en: Writes the rows to a file, one a line.
    ja: 行をファイルに書く (1 行ずつ)。
    """
    with open(path, "w", encoding="utf-8") as file:
        print(*COLUMNS, sep=",", file=file)
        for row in rows:
            print(*(row[name] for name in COLUMNS), sep=",", file=file)


def load_table(path="experiments.csv"):
    """
    en: The rows of the file; an empty list if there is no such file.
    ja: ファイルの行のリスト。ファイルがなければ、空のリスト。
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


# %% run
rows = []
for setting in (BASELINE, EXPERIMENT_1, EXPERIMENT_2):
    rows += experiment_table([setting], SEEDS, train, validation)
    save_table(rows)
    for row in rows[-len(SEEDS) :]:
        print(*(f"{name} {row[name]:g}" for name in COLUMNS), sep=", ")


# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 6：まとめる
#
# 9 行もあると、見比べるのは大変です。設定ごとに、検証データでの精度の**平均**、**最小**、**最大**の 3 つを見れば、
# 大事なことがわかります。最小から最大までの幅が、**ばらつき**です。シードのほかは何も変えていないのに、
# 結果はこれだけ変わる、ということです。例を見てみましょう。
#
# | 設定 | 検証データでの精度 | 平均 | 最小 | 最大 |
# |---|---|---|---|---|
# | (64, 20) | 0.90, 0.94, 0.92 | 0.92 | 0.90 | 0.94 |
# | (64, 50) | 0.93, 0.96, 0.93 | 0.94 | 0.93 | 0.96 |
#
# 関数 `summarise(rows)` を書いてください。行に出てくる設定ごとに 1 つの辞書を作り、リストにして返します。
# キーは `"hidden_units"`、`"epochs"`、`"runs"`（行の数）、`"mean"`（平均）、`"lowest"`（最小）、
# `"highest"`（最大）です。行はどんな順番で並んでいてもよく、設定によって行の数が違うこともあります。
# %% task="summarise"
def summarise(rows):
    """
    en: Mean and spread of the validation accuracy of each setting.
    ja: 設定ごとの、検証データでの精度の平均とばらつき。

    en: Returns a list of dicts with hidden_units, epochs, runs, mean, lowest, highest.
    ja: 戻り値: hidden_units, epochs, runs, mean, lowest, highest を持つ dict のリスト
    """
    # en: TODO 6: collect the validation accuracies of each setting, then one dict for each.
    # ja: TODO 6: 設定ごとに検証データでの精度を集め、それぞれについて dict を 1 つ作ります。
    ### BEGIN SOLUTION
    found = {}
    for row in rows:
        found.setdefault((row["hidden_units"], row["epochs"]), []).append(row["val_accuracy"])
    return [
        {
            "hidden_units": hidden_units,
            "epochs": epochs,
            "runs": len(values),
            "mean": sum(values) / len(values),
            "lowest": min(values),
            "highest": max(values),
        }
        for (hidden_units, epochs), values in found.items()
    ]
    ### END SOLUTION


# %% grade="summarise"
# %% run
for line in summarise(load_table()):
    print(line)


# %% [markdown] lang="en"
# ## Task 7: conclude
#
# In the example above, the mean went up from 0.92 to 0.94. Is the second setting better? Its lowest
# run, 0.93, is below the highest run of the first, 0.94. With other seeds it might have come out
# the other way round. We will claim a difference only where **the spreads don't overlap**, so that
# *every* run of one setting beats *every* run of the other:
#
# ![Left: the dots of the two settings overlap in height: no clear difference. Right: all dots of the
# second setting lie above all dots of the first: better](picture:overlap)
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
# %% [markdown] lang="ja"
# ## 課題 7：結論を出す
#
# 上の例では、平均が 0.92 から 0.94 に上がりました。2 番目の設定のほうがよいのでしょうか。
# 2 番目の設定の最小 0.93 は、1 番目の設定の最大 0.94 より低い値です。シードが違えば、逆の結果になったかもしれません。
# そこで、**ばらつきの範囲が重ならない**ときだけ、違いがあると言うことにします。つまり、
# 一方の*すべて*の実行が、もう一方の*すべて*の実行を上回るときです。
#
# ![左は、2 つの設定の点の高さが重なっている。はっきりした違いはない。右は、2 番目の設定の点がすべて、1 番目の設定の点より上にある。
# よくなった](picture:overlap)
#
# 関数 `conclude(rows, before, after)` を書いてください。`before` と `after` は設定です。`rows` の中から、
# この 2 つの設定の検証データでの精度を調べて、次の値を返します。
#
# 1. `"not comparable"`（比べられない）：2 つの設定で、両方の数が違うか、どちらの数も同じとき。または、
#    どちらかの設定に、**異なる**シードの行が 3 つ以上ないとき（同じシードが 3 回あっても、
#    同じ実行が 3 回あるだけです）。このときは、数値が何であっても、結論は出せません。
# 2. `"better"`（よくなった）：`after` の最小が、`before` の最大より高いとき。
# 3. `"worse"`（悪くなった）：`after` の最大が、`before` の最小より低いとき。
# 4. `"no clear difference"`（はっきりした違いはない）：それ以外のとき。値が等しいときも、違いがあるとは言えません。
#
# これは、どれくらい確かでしょうか。変更にまったく効果がなくても、一方の 3 回がもう一方の 3 回をすべて上回ることは、
# 偶然だけで 20 回に 1 回起こります。すべて下回ることも、20 回に 1 回起こります。ですから、よい証拠ではありますが、
# 証明ではありません。シードが 5 つずつなら、252 回に 1 回です。また、「はっきりした違いはない」は「等しい」という意味では
# ありません。これらの実行からは、どちらがよいかわからない、という意味です。
#
# 次に、自分の表を見て、表からわかることを `CONCLUSION_1`（20 → 50 エポック）と
# `CONCLUSION_2`（64 → 1000 ユニット）に書いてください。予想が何であっても、
# 提出する表から言えることを書きます。
# %% task="conclude"
def conclude(rows, before, after):
    """
    en: What the validation accuracies say about the change from one setting to another.
    ja: ある設定から別の設定への変更について、検証データでの精度から言えること。

    en: before, after: settings (hidden_units, epochs)
    ja: before, after: 設定 (hidden_units, epochs)
    en: Returns "better", "worse", "no clear difference" or "not comparable".
    ja: 戻り値: "better", "worse", "no clear difference", "not comparable" のどれか
    """
    # en: TODO 7: comparable at all? If so, do the spreads overlap?
    # ja: TODO 7: そもそも比べられますか。比べられるなら、ばらつきの範囲は重なっていますか。
    ### BEGIN SOLUTION
    changed = sum(b != a for b, a in zip(before, after, strict=True))
    values = []
    for hidden_units, epochs in (before, after):
        chosen = [
            row for row in rows if row["hidden_units"] == hidden_units and row["epochs"] == epochs
        ]
        if changed != 1 or len({row["seed"] for row in chosen}) < 3:
            return NOT_COMPARABLE
        values.append([row["val_accuracy"] for row in chosen])
    if min(values[1]) > max(values[0]):
        return BETTER
    if max(values[1]) < min(values[0]):
        return WORSE
    return NO_CLEAR_DIFFERENCE
    ### END SOLUTION


# en: What your own table shows. The next cell prints what conclude says about it.
# ja: 自分の表からわかること。次のセルで、conclude の結果を表示できます。
### BEGIN SOLUTION -> CONCLUSION_1 = CONCLUSION_2 = None
CONCLUSION_1 = "no clear difference"
CONCLUSION_2 = "better"
### END SOLUTION
# %% grade="conclude"
# %% run
print(conclude(load_table(), BASELINE, EXPERIMENT_1), "- predicted:", PREDICTION_1)
print(conclude(load_table(), BASELINE, EXPERIMENT_2), "- predicted:", PREDICTION_2)


# %% [markdown] lang="en"
# ## Task 8: the plot
#
# A reader believes a picture that shows the spread. Write `plot_experiments(rows)`: a figure with
# the validation accuracy of each setting, its mean **and** its spread (lowest to highest, or all the
# runs as dots), and a label on the axis of the accuracy. Return the figure. `plt.errorbar` is one
# way to do it: it takes the lengths of the bars below and above each mean,
# `yerr=[below, above]`.
# %% [markdown] lang="ja"
# ## 課題 8：グラフ
#
# ばらつきの見えるグラフは、信頼できます。関数 `plot_experiments(rows)` を書いてください。
# 設定ごとに、検証データでの精度の平均**と**ばらつき（最小から最大まで、またはすべての実行を点で表したもの）を描き、
# 精度の軸にラベルをつけて、図（Figure）を返します。`plt.errorbar` を使う方法があります。
# 平均から下と上への棒の長さを、`yerr=[below, above]` として渡します。
# %% task="plot_experiments"
def plot_experiments(rows):
    """
    en: Draws mean and spread of the validation accuracy of each setting. Returns the figure.
    ja: 設定ごとに、検証データでの精度の平均とばらつきを描き、Figure を返す。
    """
    # en: TODO 8: one place on the x axis for each setting, mean and spread above it, labels.
    # ja: TODO 8: 設定ごとに x 軸の場所を 1 つ決め、その上に平均とばらつきを描き、ラベルをつけます。
    ### BEGIN SOLUTION
    lines = summarise(rows)
    means = [line["mean"] for line in lines]
    below = [line["mean"] - line["lowest"] for line in lines]
    above = [line["highest"] - line["mean"] for line in lines]
    figure, axes = plt.subplots()
    axes.errorbar(range(len(lines)), means, yerr=[below, above], fmt="o", capsize=8)
    axes.set_xticks(
        range(len(lines)), [f"{line['hidden_units']} / {line['epochs']}" for line in lines]
    )
    axes.set_xlabel("hidden units / epochs")
    axes.set_ylabel("validation accuracy")
    return figure
    ### END SOLUTION


# %% grade="plot_experiments"
# %% run
plot_experiments(load_table())
plt.show()
# %% [markdown] reflection="reflection_experiments" lang="en"
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
# %% [markdown] reflection="reflection_experiments" lang="ja"
# ## ふりかえり（2 点、先生が採点します）
#
# このコースのもとになったスライドでは、学習の最後に、64 ユニット、50 エポックで精度 0.9988、1000 ユニット、
# 50 エポックで精度 0.9997 と表示されています。友人が、「増やせば増やすほどよいんだね。みんな、1000 ユニット、
# 50 エポックにすればいいんだ」と言いました。1000 ユニットのネットワークのパラメータ数は、50,890 ではなく 795,010 です。
# 計算にも長い時間がかかりました。
#
# 友人への答えを、5〜8 文で書いてください。この 2 つの数はどの精度で、それはなぜ大事なのか。エポック数とユニット数について、
# 自分の表から何が言えるか（数値とばらつきを示し、予想とも比べてください）。そして、どんな人に何を勧めるか。
