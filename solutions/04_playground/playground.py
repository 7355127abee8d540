# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# # 4. ニューラルネットワークでの学習
#
# ニューラルネットワークは、手順をプログラムするのではなく、**学習**させます。
# 学習能力を組み込んでおき、あとでデータを与えます。この章では、その様子を目で見ます。
# ニューロンを 1 つ 1 つ確かめられるほど小さなネットワークを使い、データは平面上の青とオレンジの点です。
# どこまでが青で、どこからがオレンジかを、例だけから見つけさせます。
#
# もとになっているのは、マウスでネットワークを組み立てて学習の様子を見られるサイト
# [TensorFlow Playground](https://playground.tensorflow.org/) です。
# この教材にも、インターネットなしで動くプレイグラウンドがあります。まず遊んでみて、
# それから同じものを Keras で少しずつ作ります。課題は 6 つで、45 分ほどかかります。
# %% [markdown] lang="en"
# ## Play first
#
# Run the cell below and press **Play**. On the left are the **features** that go into the network, in
# the middle its hidden layers, on the right its output. Every little square is one neuron, drawn as a
# map: it is blue where the neuron's output is high, orange where it is low. A line is a connection:
# blue for a positive weight, orange for a negative one, and the thicker the larger the weight.
#
# ![The playground after 150 epochs on the circle: the features x1 and x2 on the left, four and two
# hidden neurons whose maps show slanted edges, and an output map with a blue region around the blue
# points in the centre](picture:playground)
#
# Try these, and guess before each what will happen:
#
# 1. Circle, features $x_1$ and $x_2$, hidden layers of 4 and 2 neurons. (This is how it starts.)
# 2. The same without any hidden layer. What shape does the border have now, and why can't it work?
# 3. Still without a hidden layer, but with the features $x_1^2$ and $x_2^2$ instead.
# 4. XOR. Which single feature is enough?
# 5. Two hidden layers, but the activation "linear". Does it help that the network is deep?
# 6. The spiral. This one is hard!
# %% [markdown] lang="ja"
# ## まず遊んでみる
#
# 下のセルを実行して、**再生**を押してください。左がネットワークに入る**特徴**、
# 中央が隠れ層、右が出力です。小さな正方形 1 つがニューロン 1 個で、その出力が高いところを青、
# 低いところをオレンジで描いています。線は結合です。重みが正なら青、負ならオレンジで、
# 重みの絶対値が大きいほど太くなります。
#
# ![円のデータで 150 エポック学習した後のプレイグラウンド。左に特徴 x1 と x2、次に 4 個と 2 個の隠れ層の
# ニューロンがあり、それぞれの図には斜めの境目が見える。出力の図では、中央の青い点のまわりが青くなっている](picture:playground)
#
# 次のことを試してみましょう。そのつど、どうなるかを予想してから試してください。
#
# 1. 円のデータ、特徴は $x_1$ と $x_2$、隠れ層は 4 個と 2 個。（最初はこの設定になっています。）
# 2. 同じデータと特徴で、隠れ層をなくします。境界はどんな形になり、なぜうまくいかないのでしょうか。
# 3. 隠れ層がないまま、特徴を $x_1^2$ と $x_2^2$ に変えます。
# 4. XOR のデータ。1 つだけで足りる特徴はどれでしょうか。
# 5. 隠れ層を 2 つにして、活性化関数を「linear（なし）」にします。層が深ければ役に立つでしょうか。
# 6. らせんのデータ。これは難しいです。
# %%
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorflow import keras

# %% run
from autograder.playground import Playground

Playground(lang="en")  # en
Playground(lang="ja")  # ja


# %% [markdown] lang="en"
# ## The data
#
# The playground has four data sets of 500 points $(x_1, x_2)$. Each point has a **label**: 1 (blue)
# or 0 (orange). `noise`, from 0 to 0.5, makes them harder: points are moved or get the wrong label.
#
# ![The four data sets: circle, a blue disc in an orange ring; XOR, four squares in the colours of a
# chessboard; Gauss, two clouds; spiral, two arms wound around each other](picture:data)
#
# The four functions below make them. They are given, there is nothing to do. `points` has shape
# `(n, 2)`, one point a row, and `labels` has shape `(n,)`. The points come in mixed order.
# %% [markdown] lang="ja"
# ## データ
#
# プレイグラウンドには、500 個の点 $(x_1, x_2)$ からなるデータが 4 種類あります。どの点にも、
# 1（青）か 0（オレンジ）の**ラベル**が付いています。`noise`（ノイズ、0 から 0.5 まで）を大きくすると、
# 点の位置がずれたり、違うラベルが付いたりして、難しくなります。
#
# ![4 種類のデータ。円は、オレンジの輪の中に青い円。XOR は、市松模様の 4 つの正方形。ガウスは 2 つの点の集まり。
# らせんは、互いに巻きついた 2 本の腕](picture:data)
#
# 下の 4 つの関数で、データを作れます。用意してあるので、書くことはありません。`points` の形は `(n, 2)` で、
# 1 行が 1 つの点です。`labels` の形は `(n,)` です。点の順序は混ぜてあります。
# %%
def mixed(rng, points, labels):
    """
    en: The points and their labels in mixed order.
    ja: 順序を混ぜた点とラベル。
    """
    order = rng.permutation(len(points))
    return points[order], labels[order].astype("int64")


def make_circle(n=500, noise=0.0, seed=0):
    """
    en: Label 1 in a disc (distance 0 to 2.5 from the centre), label 0 in a ring (3.5 to 5).
    ja: 円の中（中心からの距離 0 〜 2.5）がラベル 1、輪（3.5 〜 5）がラベル 0。
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
    en: Label 1 where x1 and x2 have the same sign; a gap of 0.3 on either side of the axes.
    ja: x1 と x2 の符号が同じならラベル 1。軸の両側に 0.3 のすき間があります。
    """
    rng = np.random.default_rng(seed)
    points = rng.uniform(-5, 5, (n, 2))
    points += np.where(points > 0, 0.3, -0.3)
    moved = points + rng.uniform(-5, 5, (n, 2)) * noise
    return mixed(rng, points, moved[:, 0] * moved[:, 1] >= 0)


def make_gauss(n=500, noise=0.0, seed=0):
    """
    en: Two clouds: label 1 around (2, 2), label 0 around (-2, -2).
    ja: 2 つの点の集まり。(2, 2) のまわりがラベル 1、(-2, -2) のまわりがラベル 0。
    """
    rng = np.random.default_rng(seed)
    half = n // 2
    labels = np.concatenate([np.ones(half), np.zeros(n - half)])
    centres = np.where(labels == 1, 2.0, -2.0)
    points = centres[:, None] + rng.normal(0, np.sqrt(0.5 + 7 * noise), (n, 2))
    return mixed(rng, points, labels)


def make_spiral(n=500, noise=0.0, seed=0):
    """
    en: Two arms of a spiral, one for each label.
    ja: らせんの 2 本の腕。腕ごとにラベルが違います。
    """
    rng = np.random.default_rng(seed)
    half = n // 2
    labels = np.concatenate([np.ones(half), np.zeros(n - half)])
    along = np.concatenate([np.arange(half) / half, np.arange(n - half) / (n - half)])
    angle = 1.75 * along * 2 * np.pi + np.where(labels == 1, 0.0, np.pi)
    points = 5 * along[:, None] * np.column_stack([np.sin(angle), np.cos(angle)])
    return mixed(rng, points + rng.uniform(-1, 1, (n, 2)) * noise, labels)


# %% run
points, labels = make_circle()
print(points.shape, labels.shape, points[0].round(2), labels[0])
plt.scatter(points[:, 0], points[:, 1], c=labels, cmap="RdYlBu", edgecolors="white")
plt.gca().set_aspect("equal")
plt.show()
# %% [markdown] lang="en"
# ## Task 1: features
#
# One neuron computes a weighted sum of its inputs, and its border is a straight line (chapter 2). No
# straight line separates the disc from the ring. But what goes into the network need not be $x_1$ and
# $x_2$ themselves. **Preprocessing** computes new numbers from them, the **features**, and each
# lights up in another part of the plane: $x_1$ on the right, $-x_1^2 - x_2^2$ near the centre, $x_1
# x_2$ in two corners.
#
# ![Maps of the seven features: x1 and x2 rise to the right and to the top; the squares are high at
# two opposite sides; the product is high in two opposite corners; the sines are
# stripes](picture:features)
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
# %% [markdown] lang="ja"
# ## 課題 1：特徴
#
# ニューロン 1 個は入力の重み付き和を計算するので、その境界は直線です（第 2 章）。
# 円と輪を分けられる直線はありません。しかし、ネットワークに入れる数は $x_1$ と $x_2$
# そのものでなくてもかまいません。**前処理**で、そこから新しい数、つまり**特徴**を計算します。
# 特徴ごとに、活性化する場所が違います。$x_1$ は右側で、$-x_1^2 - x_2^2$ は中央の近くで、
# $x_1 x_2$ は 2 つの角で大きくなります。
#
# ![7 つの特徴の図。x1 は右へ、x2 は上へ行くほど大きい。2 乗は向かい合う 2 辺で大きい。
# 積は向かい合う 2 つの角で大きい。サインは縞模様になる](picture:features)
#
# 点 $(2, -3)$ について手で計算すると、次のようになります。
#
# | 名前 | `x1` | `x2` | `x1^2` | `x2^2` | `x1*x2` | `sin(x1)` | `sin(x2)` |
# |---|---|---|---|---|---|---|---|
# | 値 | $2$ | $-3$ | $4$ | $9$ | $-6$ | $0.909$ | $-0.141$ |
#
# （サインは NumPy の `np.sin` で、角度の単位はラジアンです。）
#
# 関数 `features(points, names)` を書いてください。`points` の形は `(n, 2)`、`names` は上の 7 つの名前から
# いくつかを並べたリストです。結果は、点ごとに 1 行、**名前ごとに 1 列で、列の順序は `names` と同じ**です。
# 形は `(n, len(names))` で、名前が 1 つだけのときも同じです。いつものように、`points` は書き換えません。


# %% task="features"
def features(points, names):
    """
    en: The features with these names, one a column.
    ja: 名前で指定した特徴を、1 列に 1 つずつ並べたもの。

    en: points: shape (n, 2), one point a row
    ja: points: 形 (n, 2)、1 行が 1 つの点
    en: names: list of "x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"
    ja: names: "x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)" のうちいくつかのリスト
    en: Returns an array of shape (n, len(names)).
    ja: 戻り値: 形 (n, len(names)) の配列
    """
    # en: TODO 1: compute the features, then put those in names side by side.
    # ja: TODO 1: 特徴を計算し、names にあるものを横に並べます。
    ### BEGIN SOLUTION
    x1, x2 = points[:, 0], points[:, 1]
    table = {
        "x1": x1,
        "x2": x2,
        "x1^2": x1**2,
        "x2^2": x2**2,
        "x1*x2": x1 * x2,
        "sin(x1)": np.sin(x1),
        "sin(x2)": np.sin(x2),
    }
    return np.column_stack([table[name] for name in names])
    ### END SOLUTION


# %% grade="features"
# %% run
print(features(np.array([[2.0, -3.0], [1.0, 0.5]]), ["x1^2", "x2^2", "x1*x2"]))
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 2：小さなネットワーク
#
# プレイグラウンドのネットワークには、いくつかの**隠れ層**と、ニューロン 1 個の**出力層**があります。
# リスト `hidden` が、隠れ層ごとのニューロンの個数を表します。`[4, 2]` なら、4 個の層、次に 2 個の層です。
# 特徴が 2 つなら、最初の図の 2-4-2-1 のネットワークになります。空のリストなら隠れ層はなく、
# 特徴は出力のニューロン 1 個に直接入ります。
#
# - 隠れ層のニューロンには **tanh** を使います。シグモイドに似た S 字形ですが、$-1$ から $1$ までです。
#   これがないと、どんなに層を深くしても、境界は直線のままです。
# - 出力のニューロンには**シグモイド**を使います。「どのくらい確かに青か」と読めます。
#   0.5 より大きければ青、小さければオレンジです。
#
# Keras では、このようなネットワークを層のリストから作ります。`Sequential` モデルの始め方と、
# 層の追加のしかたは次のとおりです。
#
# ```python
# model = keras.Sequential([keras.Input(shape=(3,))])     # 3 個の数が入る
# model.add(keras.layers.Dense(5, activation="tanh"))     # 5 個のニューロン。それぞれが 3 個すべてと結合
# ```
#
# 関数 `build_net(n_features, hidden)` を書いてください。特徴の個数とリストがどんな場合でも、
# そのようなモデルを返すようにします。


# %% task="net"
def build_net(n_features, hidden):
    """
    en: A network with these hidden layers (tanh) and one output neuron (sigmoid).
    ja: 指定した隠れ層（tanh）と、出力のニューロン 1 個（シグモイド）を持つネットワーク。

    en: n_features: how many numbers come in; hidden: neurons of each hidden layer, such as [4, 2]
    ja: n_features: 入る数の個数、hidden: 隠れ層ごとのニューロンの個数（例えば [4, 2]）
    en: Returns a Keras model: features (n, n_features) in, outputs (n, 1) out.
    ja: 戻り値: Keras のモデル。入力は特徴 (n, n_features)、出力は (n, 1) です。
    """
    # en: TODO 2: the input, one Dense layer for each number in hidden, the output layer.
    # ja: TODO 2: 入力、hidden の数ごとに Dense 層を 1 つ、最後に出力層を並べます。
    ### BEGIN SOLUTION
    model = keras.Sequential([keras.Input(shape=(n_features,))])
    for units in hidden:
        model.add(keras.layers.Dense(units, activation="tanh"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    return model
    ### END SOLUTION


# %% grade="net"
# %% run
print("TensorFlow", tf.__version__)
build_net(2, [4, 2]).summary()
# %% [markdown] lang="en"
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
# ![Learning goes round in a circle: points go in, the network answers, the answer is compared with
# the label, which gives the loss, and every weight is moved a little to make the loss
# smaller](picture:learning)
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
# %% [markdown] lang="ja"
# ## 学習とは何か
#
# 最初、結合の重みはすべて乱数なので、答えもでたらめです。学習とは、例を見せ、答えをラベルと比べ、
# **すべての重みを、誤差が小さくなる向きに少しだけ動かす**ことです。これを次の例でも行い、
# 何千回も繰り返します。
#
# 入力が 1 つのニューロン 1 個について、手で計算してみます。重みは $0.5$、バイアスは $-1$、入力は $2$、
# ラベルは $1$ です。
#
# | 手順 | 計算 | 結果 |
# |---|---|---|
# | 答え | $\sigma(0.5 \times 2 - 1) = \sigma(0)$ | $0.5$ |
# | 誤差 | 答え − ラベル $= 0.5 - 1$ | $-0.5$（低すぎる） |
# | 新しい重み | $0.5 - 0.03 \times (-0.5) \times 2$ | $0.53$ |
# | 新しいバイアス | $-1 - 0.03 \times (-0.5)$ | $-0.985$ |
# | 今の答え | $\sigma(0.53 \times 2 - 0.985) = \sigma(0.075)$ | $0.519$（少しよくなった） |
#
# $0.03$ は**学習率**で、1 回にどれだけ動かすかを表します。小さすぎるといつまでも終わらず、
# 大きすぎると目標を飛び越えます。隠れ層があっても考え方は同じで、動かす向きは Keras が計算します。
#
# ![学習の繰り返しの図。点を入れると、ネットワークが答える。答えをラベルと比べると損失が分かる。
# 損失が小さくなるように、すべての重みを少しずつ動かす。これを繰り返す](picture:learning)
#
# ## 課題 3：学習させる
#
# Keras では、`model.compile(...)` で学習のしかたを決め、`model.fit(...)` で学習させます。
# 次の設定で関数 `train(model, x, y, epochs)` を書き、`fit` の戻り値、つまり**履歴**（history）
# を返してください。
#
# | 設定 | 値 | 意味 |
# |---|---|---|
# | `optimizer` | `keras.optimizers.Adam(learning_rate=0.03)` | 重みの動かし方の規則 |
# | `loss` | `"binary_crossentropy"` | 2 クラスの場合の損失（誤差） |
# | `batch_size` | `10` | 点を 10 個見せるごとに重みを動かす |
# | `epochs` | 引数 `epochs` | すべての点を何回見せるか（エポック数） |
#
# `x` は特徴（形 `(n, d)`）、`y` はラベルです。学習するのは `model` そのもので、
# 呼び出した後は、その重みが変わっています。


# %% task="train"
def train(model, x, y, epochs):
    """
    en: Lets the model learn, for this number of epochs.
    ja: モデルを、指定したエポック数だけ学習させます。

    en: x: features, shape (n, d); y: labels 0 or 1, shape (n,)
    ja: x: 特徴、形 (n, d)。y: 0 か 1 のラベル、形 (n,)
    en: Returns the history, with the loss after each epoch.
    ja: 戻り値: 履歴（エポックごとの損失が入っています）
    """
    # en: TODO 3: compile with the settings of the table, then fit.
    # ja: TODO 3: 表の設定で compile し、次に fit します。
    ### BEGIN SOLUTION
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.03),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model.fit(x, y, epochs=epochs, batch_size=10, verbose=0)
    ### END SOLUTION


# %% grade="train"
# %% [markdown] lang="en"
# Let one neuron learn the two clouds, and look at its weights before and after. That is all that
# learning changes. The loss goes down from epoch to epoch.
# %% [markdown] lang="ja"
# ニューロン 1 個に 2 つの点の集まりを学習させて、重みを前と後で比べましょう。
# 学習で変わるのは、この重み（とバイアス）だけです。損失は、エポックを重ねるごとに下がります。
# %% run
points, labels = make_gauss()
neuron = build_net(2, [])
before = neuron.get_weights()
history = train(neuron, features(points, ["x1", "x2"]), labels, epochs=10)
after = neuron.get_weights()
print("weights before:", before[0].ravel().round(2), "bias:", before[1].round(2))  # en
print("weights after: ", after[0].ravel().round(2), "bias:", after[1].round(2))  # en
print("重み（前）:", before[0].ravel().round(2), "バイアス:", before[1].round(2))  # ja
print("重み（後）:", after[0].ravel().round(2), "バイアス:", after[1].round(2))  # ja
print("loss:", [round(value, 3) for value in history.history["loss"]])
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 4：新しい点で確かめる
#
# 学習に使った点で正解できても、何も分かっていないことがあります。丸暗記しただけかもしれないからです。
# 大切なのは、**一度も見たことのない点**で正解できるかどうかです。
# そこでプレイグラウンドでは、点の半分だけを学習に使い、残りの半分は確かめるために取っておきます。
#
# **まず**、関数 `accuracy_on(model, x, y)` を書いてください。モデルがクラスを正しく当てた点の割合（精度）を、
# 0 から 1 までの数で返します。出力が 0.5 より大きければクラス 1、そうでなければクラス 0 とします。
# 手で計算すると、出力が $0.9, 0.2, 0.6, 0.4$、ラベルが $1, 0, 0, 0$ のとき、クラスは $1, 0, 1, 0$ で、
# 4 個中 3 個が正解なので $0.75$ です。（`model.predict(x, verbose=0)` で出力が得られます。その形に注意しましょう。）
#
# **次に**、関数 `experiment(points, labels, names, hidden, epochs)` を書いてください。
#
# 1. `names` の特徴を作ります。（点だけから計算し、ほかのものは使いません。）
# 2. `hidden` の隠れ層を持つネットワークを作ります。
# 3. 点の**前半**（番号 0 から `len(points) // 2 - 1` まで）で学習させます。
# 4. 3 つのものを返します。学習したモデル、学習に使った前半での精度、使っていない**後半**での精度です。


# %% task="fresh"
def accuracy_on(model, x, y):
    """
    en: Share of the points, 0 to 1, whose class the model gets right.
    ja: モデルがクラスを正しく当てた点の割合（0 から 1）。

    en: x: features, shape (n, d); y: labels 0 or 1, shape (n,). Returns one number.
    ja: x: 特徴、形 (n, d)。y: 0 か 1 のラベル、形 (n,)。戻り値は 1 つの数です。
    """
    # en: TODO 4: outputs above 0.5 are class 1; compare with y; the share that agrees.
    # ja: TODO 4: 0.5 より大きい出力をクラス 1 とし、y と比べて、一致した割合を求めます。
    ### BEGIN SOLUTION
    guess = model.predict(x, verbose=0)[:, 0] > 0.5
    return float(np.mean(guess == y))
    ### END SOLUTION


def experiment(points, labels, names, hidden, epochs):
    """
    en: Trains a new network on the first half of the points and tests it on both halves.
    ja: 点の前半で新しいネットワークを学習させ、前半と後半のそれぞれで確かめます。

    en: names: features to use; hidden: neurons of each hidden layer
    ja: names: 使う特徴、hidden: 隠れ層ごとのニューロンの個数
    en: Returns (model, accuracy on the first half, accuracy on the second half).
    ja: 戻り値: (モデル, 前半での精度, 後半での精度)
    """
    # en: TODO 4: features, network, training on the first half, accuracy on both.
    # ja: TODO 4: 特徴、ネットワーク、前半での学習、両方の精度、の順に書きます。
    ### BEGIN SOLUTION
    half = len(points) // 2
    x = features(points, names)
    model = build_net(x.shape[1], hidden)
    train(model, x[:half], labels[:half], epochs)
    seen = accuracy_on(model, x[:half], labels[:half])
    fresh = accuracy_on(model, x[half:], labels[half:])
    return model, seen, fresh
    ### END SOLUTION


# %% grade="fresh"
# %% [markdown] lang="en"
# First the circle with the raw coordinates and a single neuron, then with a hidden layer. And then
# something nasty: 40 points whose labels are pure chance. Nothing can be learned from them, except by
# heart. Which of the two accuracies tells you so?
# %% [markdown] lang="ja"
# まず、円のデータを、座標そのものとニューロン 1 個で学習させ、次に隠れ層を加えます。
# 最後に、意地の悪い例です。40 個の点に、まったくでたらめなラベルを付けます。
# 丸暗記する以外に学べることはありません。そのことは、2 つの精度のどちらで分かるでしょうか。
# %% run
points, labels = make_circle()
for hidden in ([], [4]):
    model, seen, fresh = experiment(points, labels, ["x1", "x2"], hidden, epochs=25)
    print(hidden, "seen:", round(seen, 3), "fresh:", round(fresh, 3))  # en
    print(hidden, "前半:", round(seen, 3), "後半:", round(fresh, 3))  # ja
chance = np.random.default_rng(1).integers(0, 2, 40)
_, seen, fresh = experiment(points[:40], chance, ["x1", "x2"], [8, 8], epochs=150)
print("chance, seen:", round(seen, 3), "fresh:", round(fresh, 3))  # en
print("でたらめ 前半:", round(seen, 3), "後半:", round(fresh, 3))  # ja
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 5：学んだことを図に描く
#
# プレイグラウンドの右側の図は、データの点だけでなく、$-6$ から $6$ までの正方形の**あらゆる**場所での、
# ネットワークの答えを表しています。何を学んだかが一目で分かります。
#
# 関数 `decision_map(model, names, size)` を書いてください。モデルの出力を並べた、形 `(size, size)`
# の配列を返します。`line = np.linspace(-6, 6, size)` とすると、`i` 行 `j` 列は、$x_1 =$ `line[j]`、
# $x_2 =$ `line[i]` での出力です。つまり、**行 0 は正方形の下の端**（$x_2 = -6$）、列 0 は左の端です。
# モデルに入れるのは点ではなく特徴です。どの特徴かは `names` で分かります。
#
# | `size = 3` | 列 0 | 列 1 | 列 2 |
# |---|---|---|---|
# | 行 0 | $(-6, -6)$ での出力 | $(0, -6)$ での出力 | $(6, -6)$ での出力 |
# | 行 1 | $(-6, 0)$ での出力 | $(0, 0)$ での出力 | $(6, 0)$ での出力 |
# | 行 2 | $(-6, 6)$ での出力 | $(0, 6)$ での出力 | $(6, 6)$ での出力 |
#
# 次に、関数 `draw_map(model, names, points, labels)` を書いてください。matplotlib でこの図を描き、
# その上に点を 2 色で重ね、軸に `x1`、`x2` という名前を付けます。向きに注意しましょう。画像ではふつう行 0 が**上**ですが、
# $x_2$ は上へ行くほど大きくなります。戻り値は何でもかまいません。


# %% task="map"
def decision_map(model, names, size):
    """
    en: The model's outputs over the square from -6 to 6.
    ja: -6 から 6 までの正方形の各点での、モデルの出力。

    en: names: features that the model takes; size: places in either direction
    ja: names: モデルに入れる特徴、size: 縦と横それぞれの点の個数
    en: Returns an array of shape (size, size); row 0 is x2 = -6, column 0 is x1 = -6.
    ja: 戻り値: 形 (size, size) の配列。行 0 は x2 = -6、列 0 は x1 = -6 です。
    """
    # en: TODO 5: all places of the square, their features, the outputs, in a square again.
    # ja: TODO 5: 正方形の点をすべて並べ、特徴を作り、出力を求め、正方形に戻します。
    ### BEGIN SOLUTION
    line = np.linspace(-6, 6, size)
    x1, x2 = np.meshgrid(line, line)
    places = np.column_stack([x1.ravel(), x2.ravel()])
    return model.predict(features(places, names), verbose=0).reshape(size, size)
    ### END SOLUTION


def draw_map(model, names, points, labels):
    """
    en: Draws the map of the model with the points on top.
    ja: モデルの図を描き、その上に点を重ねます。

    en: names: features that the model takes; points: shape (n, 2); labels: shape (n,)
    ja: names: モデルに入れる特徴、points: 形 (n, 2)、labels: 形 (n,)
    """
    # en: TODO 5: the map with row 0 at the bottom, the points, the names of the axes.
    # ja: TODO 5: 行 0 を下にした図、点、軸の名前を描きます。
    ### BEGIN SOLUTION
    square = (-6, 6, -6, 6)
    image = decision_map(model, names, 60)
    plt.figure(figsize=(4, 4))
    plt.imshow(image, origin="lower", extent=square, cmap="RdYlBu", vmin=0, vmax=1)
    plt.scatter(
        points[:, 0], points[:, 1], c=labels, cmap="RdYlBu", vmin=0, vmax=1, edgecolors="white"
    )
    plt.xlabel("x1")
    plt.ylabel("x2")
    ### END SOLUTION


# %% grade="map"
# %% run
points, labels = make_circle()
model, _, _ = experiment(points, labels, ["x1", "x2"], [4], epochs=25)
draw_map(model, ["x1", "x2"], points, labels)
plt.show()
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 6：特徴を選ぶ
#
# これで、自分のプログラムで動くプレイグラウンドができました。最初のプレイグラウンドも使いながら、
# 次のものを見つけてください。
#
# - `CIRCLE_FEATURES`：**ニューロン 1 個**で円を分けられる、**2 つ**の特徴
# - `XOR_FEATURES`：**ニューロン 1 個**で XOR を分けられる、**1 つ**の特徴
# - `SPIRAL_FEATURES` と `SPIRAL_HIDDEN`：60 エポックでらせんを学習できる、特徴と隠れ層。
#   よい答えはいくつもあります。新しい点での精度が 0.9 以上になることが条件です。時間がかからないように、
#   隠れ層のニューロンは全部で 20 個までとします。次に実行するときは別の乱数から始まるので、
#   0.95 以上になるものを探しましょう。
#
# どれも、`["x1", "x2"]` や `[4, 2]` のようなリストです。採点では、あなたの関数でネットワークを学習させ、
# 見たことのない点で確かめます。
# %% task="choices"
# en: TODO 6: write a list in the place of None, four times.
# ja: TODO 6: 4 か所の None をリストに書き換えてください。

# en: two features, one neuron
# ja: 特徴 2 つ、ニューロン 1 個
### BEGIN SOLUTION -> CIRCLE_FEATURES = None
CIRCLE_FEATURES = ["x1^2", "x2^2"]
### END SOLUTION

# en: one feature, one neuron
# ja: 特徴 1 つ、ニューロン 1 個
### BEGIN SOLUTION -> XOR_FEATURES = None
XOR_FEATURES = ["x1*x2"]
### END SOLUTION

# en: any features, and the neurons of each hidden layer, 20 at most in all
# ja: 好きな特徴と、隠れ層ごとのニューロンの個数（全部で 20 個まで）
### BEGIN SOLUTION -> SPIRAL_FEATURES = None
SPIRAL_FEATURES = ["x1", "x2", "sin(x1)", "sin(x2)"]
### END SOLUTION
### BEGIN SOLUTION -> SPIRAL_HIDDEN = None
SPIRAL_HIDDEN = [8]


### END SOLUTION
# %% grade="choices"
# %% run
points, labels = make_spiral()
model, seen, fresh = experiment(points, labels, SPIRAL_FEATURES, SPIRAL_HIDDEN, epochs=60)
print("seen:", round(seen, 3), "fresh:", round(fresh, 3))  # en
print("前半:", round(seen, 3), "後半:", round(fresh, 3))  # ja
draw_map(model, SPIRAL_FEATURES, points, labels)
plt.show()
# %% [markdown] lang="en"
# ## What to take with you
#
# - Data flows from the input to the output. Learning changes the **weights of the connections**, and
#   nothing else.
# - A good feature can make a problem easy: the circle needs one neuron, if it is given the squares.
#   A hidden layer finds such features **by itself**. That is what "deep" learning is about.
# - Layers alone do not help: without an activation function they still draw a straight line.
# - Only fresh points show whether something has been understood. In chapter 8 this becomes a curve.
# %% [markdown] lang="ja"
# ## まとめ
#
# - データは入力から出力の方向へ進みます。学習で変わるのは、**結合の重み**（とバイアス）だけです。
# - よい特徴があれば、問題は易しくなります。2 乗を入力すれば、円はニューロン 1 個で分けられます。
#   隠れ層は、そのような特徴を**自分で**見つけます。それが「深層」学習の意味です。
# - 層を増やすだけでは役に立ちません。活性化関数がなければ、境界は直線のままです。
# - 本当に学べたかどうかは、新しい点でしか分かりません。第 8 章では、これを曲線で見ます。
