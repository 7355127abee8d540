# %% [markdown] lang="en"
# # 7. Build the network
#
# In this chapter you build the network that the rest of the course trains. It takes a handwritten
# digit, a picture of 28 × 28 pixels, and answers with ten numbers: how strongly it believes in a
# 0, in a 1, … in a 9.
#
# You will build it with **Keras**, three layers in a few lines. But first you will predict, with
# pencil and paper, how many numbers the network has to learn. If you can count them, you have
# understood what a layer is. There are four tasks, and they take about 30 minutes.
# %% [markdown] lang="ja"
# # 7. ニューラルネットワークの作成
#
# この章では、これ以降の章で学習させるニューラルネットワークを作ります。入力は手書き数字の画像（28 × 28 画素）で、
# 出力は 10 個の数です。「0 らしさ」「1 らしさ」…「9 らしさ」を表します。
#
# **Keras** を使うと、3 つの層を数行で書けます。でもその前に、このネットワークがいくつの数を学習するのかを、
# 紙と鉛筆で予想してみましょう。数えられれば、層とは何かが分かったといえます。
# 課題は 4 つで、30 分ほどかかります。
# %% [markdown] lang="en"
# ## The plan
#
# ![The network: an image of 28 by 28 pixels is laid out as a row of 784 numbers; each of them is
# connected to each of 64 neurons (ReLU), and each of those to each of 10 neurons (softmax), one for
# each digit](picture:layers)
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
# ![Flatten: the three rows of a small image of 3 by 4 pixels are laid end to end and become one row
# of 12 numbers](picture:flatten)
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
# %% [markdown] lang="ja"
# ## 全体の設計
#
# ![ネットワークの図。28 × 28 画素の画像を 784 個の数の列に並べる。その 1 つ 1 つが 64 個のニューロン（ReLU）の
# すべてに結合し、64 個のそれぞれが 10 個のニューロン（ソフトマックス）のすべてに結合する。
# 10 個は数字の 0 から 9 に対応する](picture:layers)
#
# | 層 | はたらき | 出てくる数の個数 |
# |---|---|---|
# | 入力 | 画像 1 枚：縦 28、横 28、画素ごとに明るさが 1 つ | 28 × 28 × 1 |
# | **Flatten** | 画像の各行を一列につなげる。計算はしない | 784 |
# | **Dense**（全結合層）、ニューロン 64 個、ReLU | 画素の中から手がかりを探す | 64 |
# | **Dense**（全結合層）、ニューロン 10 個、ソフトマックス | 手がかりを総合する。数字ごとにニューロンが 1 個 | 10 |
#
# **なぜ Flatten が必要か。** 全結合層のニューロンは、数が一列に並んだものを受け取ります。ところが画像は表の形です。
# Flatten は、1 行目の画素の次に 2 行目の画素、というように並べます。数は 1 つも失われず、変わりもしません。
# $28 \times 28 \times 1 = 784$ 個です。
#
# ![Flatten の図。3 × 4 画素の小さな画像の 3 つの行をつなげると、12 個の数の列になる](picture:flatten)
#
# **なぜ途中で ReLU を使うか。** 活性化関数がないと、全結合層を 2 つ重ねても 1 つ分のことしかできません（第 2 章）。
# 途中の層は**隠れ層**（中間層）と呼ばれます。その出力は、入力側からも出力側からも見えないからです。
#
# **なぜ最後にソフトマックスを使うか。** どんな 10 個の数も、10 個の**割合**に変えてくれるからです。
# どれも 0 から 1 の間にあり、合計は 1 になります。例えば、3 個のニューロンの重み付き和が $2$、$1$、$0$ だとします。
# $e$ をそれぞれ乗すると $7.39$、$2.72$、$1.00$ で、合計の $11.11$ で割ると次のようになります。
#
# $$0.67 + 0.24 + 0.09 = 1$$
#
# 最も強いものは最も強いままで、その割合が「どれくらい確信しているか」を表します。シグモイドを 10 個並べただけでは、
# こうはなりません。1 つの数字しか書かれていないのに、10 個すべてが 1 に近くなることもありえます。
# %% [markdown] lang="en"
# ## Counting what is learned
#
# Learning changes the **weights** and the **biases** of a network. Together they are called its
# **parameters**. How many does a Dense layer have? Every input is connected to every neuron by a
# weight of its own, and every neuron has one bias. By hand, for 3 inputs and 2 neurons:
#
# ![Three inputs and two neurons: six lines join each input with each neuron, and each of the two
# neurons has one bias, which makes 6 + 2 = 8 parameters](picture:small_layer)
#
# - weights: $3 \times 2 = 6$ lines in the picture,
# - biases: $2$, one for each **neuron** (not one for each input, and not one for the whole layer),
# - together $6 + 2 = 8$ parameters.
#
# ## Task 1: the parameters of a Dense layer
#
# Write `dense_parameters(n_in, n_out)`: how many parameters has a Dense layer with `n_in` inputs
# and `n_out` neurons? It has to hold for any layer.
# %% [markdown] lang="ja"
# ## 学習する数を数える
#
# 学習で変わるのは、ネットワークの**結合の重み**と**バイアス**です。合わせて**パラメータ**と呼びます。
# 全結合層のパラメータはいくつあるでしょうか。すべての入力とすべてのニューロンの間に、結合の重みが 1 つずつあります。
# そして、ニューロンごとにバイアスが 1 つあります。入力が 3 個、ニューロンが 2 個の層を、手で数えてみます。
#
# ![入力 3 個、ニューロン 2 個の図。すべての入力とニューロンを結ぶ線が 6 本あり、2 個のニューロンにはバイアスが
# 1 つずつあるので、パラメータは 6 + 2 = 8 個になる](picture:small_layer)
#
# - 結合の重み：図の線の数で、$3 \times 2 = 6$ 個
# - バイアス：**ニューロン**ごとに 1 つで、$2$ 個（入力ごとでも、層全体で 1 つでもありません）
# - 合わせて $6 + 2 = 8$ 個
#
# ## 課題 1：全結合層のパラメータ数
#
# 関数 `dense_parameters(n_in, n_out)` を書いてください。入力が `n_in` 個、ニューロンが `n_out` 個の全結合層の
# パラメータ数を返します。どんな層でも正しく数えられるようにします。
# %%
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% task="parameters"
def dense_parameters(n_in, n_out):
    """
    en: Number of parameters (weights and biases) of a Dense layer.
    ja: 全結合層のパラメータ（結合の重みとバイアス）の個数。

    en: n_in: number of inputs; n_out: number of neurons. Returns a whole number.
    ja: n_in: 入力の個数、n_out: ニューロンの個数。戻り値は整数です。
    """
    # en: TODO 1: one weight for each pair of input and neuron, one bias for each neuron.
    # ja: TODO 1: 結合の重みは入力とニューロンの組ごとに 1 つ、バイアスはニューロンごとに 1 つです。
    ### BEGIN SOLUTION
    return n_in * n_out + n_out
    ### END SOLUTION


# %% grade="parameters"
# %% run
# en: The layer in the picture: 8 by hand.
# ja: 図の層です。手で数えると 8 個です。
print("TensorFlow", tf.__version__)
print(dense_parameters(3, 2))
# %% [markdown] lang="en"
# ## Task 2: predict the network
#
# Now for the network of the plan. Compute by hand (a calculator is fine) how many parameters each
# of the two Dense layers has, and how many the whole network has. What comes into the first one:
# 28 numbers, or 784? And what comes into the second one?
#
# Write the three numbers down here, as plain numbers. Soon Keras will count too, and you will see
# whether you were right.
# %% [markdown] lang="ja"
# ## 課題 2：ネットワークのパラメータ数を予想する
#
# 次は、設計図のネットワークです。2 つの全結合層のパラメータ数と、ネットワーク全体のパラメータ数を、
# 手で計算してください（電卓を使ってもかまいません）。1 つ目の全結合層に入る数は 28 個でしょうか、784 個でしょうか。
# 2 つ目の全結合層には、いくつの数が入るでしょうか。
#
# 3 つの数を、下に書いてください。このあと Keras にも数えてもらうので、予想が当たったかどうかが分かります。
# %% task="counts"
# en: TODO 2: write a number in the place of None, three times.
# ja: TODO 2: 3 か所の None を数に書き換えてください。

# en: parameters of the hidden layer (the Dense layer of 64 neurons)
# ja: 隠れ層（ニューロン 64 個の全結合層）のパラメータ数
### BEGIN SOLUTION -> HIDDEN_PARAMETERS = None
HIDDEN_PARAMETERS = 784 * 64 + 64
### END SOLUTION

# en: parameters of the output layer (the Dense layer of 10 neurons)
# ja: 出力層（ニューロン 10 個の全結合層）のパラメータ数
### BEGIN SOLUTION -> OUTPUT_PARAMETERS = None
OUTPUT_PARAMETERS = 64 * 10 + 10
### END SOLUTION

# en: parameters of the whole network
# ja: ネットワーク全体のパラメータ数
### BEGIN SOLUTION -> TOTAL_PARAMETERS = None
TOTAL_PARAMETERS = HIDDEN_PARAMETERS + OUTPUT_PARAMETERS


### END SOLUTION
# %% grade="counts"
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## Keras での書き方
#
# **Sequential** モデルは、層を並べたリストです。データは、最初の層から最後の層へ順に進みます。書き方が分かるように、
# 別の目的のネットワークを例として挙げます。`small_network` は、6 × 5 画素の小さな画像を 3 種類に分類します。実行して、
# 表示された要約（summary）と自分の予想を比べてみましょう。（Flatten：$6 \times 5 = 30$ 個の数。
# 1 つ目の全結合層：$30 \times 8 + 8 = 248$ 個。2 つ目：$8 \times 3 + 3 = 27$ 個）
#
# *Output Shape*（出力の形）の列は `None` で始まります。これは画像の枚数で、決めずにおいてあるという意味です。
# 同じネットワークに、1 枚だけ入れても、60,000 枚を一度に入れてもかまいません。
# %%
def small_network(kinds=3):
    """
    en: An example for another job: images of 6 x 5 pixels, sorted into a few kinds.
    ja: 別の目的の例。6 x 5 画素の画像を数種類に分類します。
    """
    return keras.Sequential(
        [
            keras.Input(shape=(6, 5, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(units=8, activation="relu"),
            keras.layers.Dense(units=kinds, activation="softmax"),
        ]
    )


# %% run
example = small_network()
example.summary()
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 課題 3：モデルを作る
#
# 関数 `build_model(hidden_units=64)` を書いてください。設計図のネットワークを返します。
#
# - 入力は、形が `(28, 28, 1)` の画像です。例と同じように、`keras.Input` で指定します。
# - 次に Flatten を置きます。
# - 次に、ニューロンが `hidden_units` 個で活性化関数が ReLU の全結合層を置きます。64 は既定値にすぎません。
#   `build_model(128)` と呼び出した人は、128 個のニューロンを求めています。
# - 次に、ニューロンが 10 個で活性化関数がソフトマックスの全結合層を置きます。
# - ほかの層は置きません。
#
# Keras にはいろいろな書き方があり、どれでも正解です。例えば、活性化関数は `"relu"` でも `tf.nn.relu` でもかまいません。
# 古いプログラムでは、入力の形を `Flatten(input_shape=(28, 28, 1))` のように Flatten の中に書いています。
# これでも動きますが、今の Keras では警告が表示されます。


# %% task="model"
def build_model(hidden_units=64):
    """
    en: The network of the plan, not trained yet.
    ja: 設計図のネットワーク（まだ学習していないもの）。

    en: hidden_units: number of neurons in the hidden layer
    ja: hidden_units: 隠れ層のニューロンの個数
    en: Returns a Keras model: images (n, 28, 28, 1) in, ten shares (n, 10) out.
    ja: 戻り値: Keras のモデル。入力は画像 (n, 28, 28, 1)、出力は 10 個の割合 (n, 10) です。
    """
    # en: TODO 3: the input, Flatten, and two Dense layers.
    # ja: TODO 3: 入力、Flatten、そして 2 つの全結合層を並べます。
    ### BEGIN SOLUTION
    return keras.Sequential(
        [
            keras.Input(shape=(28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(units=hidden_units, activation="relu"),
            keras.layers.Dense(units=10, activation="softmax"),
        ]
    )
    ### END SOLUTION


# %% grade="model"
# %% [markdown] lang="en"
# ## Look at it
#
# `summary()` prints the layers of your model. Compare its last column with your three numbers: did
# you predict it right? (`summary()` does the printing itself. If you write `print(m.summary())`, as
# many programs do, you see an extra `None` at the end: that is what `summary()` gives back.)
# %% [markdown] lang="ja"
# ## 確かめる
#
# `summary()` は、モデルの層の一覧を表示します。右端の列を、自分で書いた 3 つの数と比べてください。
# 予想は当たっていましたか。（`summary()` は自分で表示を行います。`print(m.summary())` と書いたプログラムも
# よくありますが、最後に余分な `None` が表示されます。これは `summary()` の戻り値です。）
# %% run
m = build_model()
m.summary()
print("by hand:", HIDDEN_PARAMETERS, OUTPUT_PARAMETERS, TOTAL_PARAMETERS)  # en
print("手で計算した数:", HIDDEN_PARAMETERS, OUTPUT_PARAMETERS, TOTAL_PARAMETERS)  # ja
# %% [markdown] lang="en"
# What happens if the hidden layer gets wider? Nearly all parameters sit between the pixels and the
# hidden layer, so twice the neurons means about twice the parameters.
# %% [markdown] lang="ja"
# 隠れ層のニューロンを増やすと、どうなるでしょうか。パラメータのほとんどは、画素と隠れ層の間にあります。
# そのため、ニューロンを 2 倍にすると、パラメータもおよそ 2 倍になります。
# %% run
for units in (64, 128, 1000):
    by_formula = dense_parameters(784, units) + dense_parameters(units, 10)
    print(units, by_formula, build_model(units).count_params())
# %% [markdown] lang="en"
# And what does the network say about an image? It has not learned anything: its weights are random
# numbers. So its answer means nothing yet, and it changes when you run the cell again. But it already
# has the right form: ten shares that make 1 together.
# %% [markdown] lang="ja"
# このネットワークに画像を見せると、何と答えるでしょうか。まだ何も学習していないので、結合の重みは乱数のままです。
# そのため、答えにはまだ意味がなく、セルを実行し直すと変わります。
# それでも、答えの形はもうできています。合計が 1 になる 10 個の割合です。
# %% run
image = np.random.default_rng(0).random((1, 28, 28, 1)).astype("float32")
shares = build_model().predict(image, verbose=0)[0]
print(shares.round(2), "sum:", shares.sum().round(4))  # en
print(shares.round(2), "合計:", shares.sum().round(4))  # ja
# %% [markdown] lang="en"
# ## Task 4: draw it
#
# Keras can also draw a model: `keras.utils.plot_model(model, to_file=…)` writes a picture to a file.
# Write `draw_model(model, path)`: it draws **the model that it is given** into the PNG file `path`,
# **with the shapes shown** (look at the option `show_shapes`), so that one sees in the picture how
# 28 × 28 × 1 becomes 784, then 64, then 10. What the function returns does not matter.
#
# (`plot_model` needs the program Graphviz. If it says that it is missing: on Debian and Ubuntu
# `apt install graphviz` installs it, on a Mac `brew install graphviz`.)
# %% [markdown] lang="ja"
# ## 課題 4：図にする
#
# Keras は、モデルの図を描くこともできます。`keras.utils.plot_model(model, to_file=…)` で、図がファイルに書き込まれます。
# 関数 `draw_model(model, path)` を書いてください。**渡されたモデル**の図を、PNG ファイル `path` に描きます。
# **形も表示してください**（オプション `show_shapes` を調べてみましょう）。28 × 28 × 1 が 784 になり、64 になり、
# 10 になる様子が、図から分かるようになります。戻り値は何でもかまいません。
#
# （`plot_model` には Graphviz というプログラムが必要です。「ない」と表示されたら、Debian や Ubuntu では
# `apt install graphviz`、Mac では `brew install graphviz` でインストールできます。）


# %% task="picture"
def draw_model(model, path):
    """
    en: Draws a model, with the shapes of its layers, into a PNG file.
    ja: モデルの図を、各層の形とともに PNG ファイルに描きます。

    en: model: a Keras model; path: name of the file, such as "model.png"
    ja: model: Keras のモデル、path: ファイル名（例えば "model.png"）
    """
    # en: TODO 4: let Keras draw this model into this file, with the shapes shown.
    # ja: TODO 4: Keras に、このモデルの図をこのファイルへ、形も表示して描かせます。
    ### BEGIN SOLUTION
    keras.utils.plot_model(model, to_file=path, show_shapes=True)
    ### END SOLUTION


# %% grade="picture"
# %% run
draw_model(build_model(), "model.png")
plt.figure(figsize=(5, 6))
plt.imshow(plt.imread("model.png"))
plt.axis("off")
plt.show()
# %% [markdown] lang="en"
# ## To think about
#
# - The network has 50,890 parameters. How many of them belong to a single neuron of the hidden layer?
# - Chapter 5 showed a network with 128 neurons in the hidden layer, this one has 64, and in chapter
#   9 you will try 1000. Who decides on this number? Not the data, and not the learning: you do. In
#   chapter 9 you will see whether more is always better.
# - The weights are random now. In the next chapter the network learns them from 60,000 images.
# %% [markdown] lang="ja"
# ## 考えてみよう
#
# - このネットワークには 50,890 個のパラメータがあります。隠れ層のニューロン 1 個だけに注目すると、
#   パラメータはいくつあるでしょうか。
# - 隠れ層のニューロンは、第 5 章のネットワークでは 128 個、この章では 64 個です。第 9 章では 1000 個も試します。
#   この個数を決めるのは誰でしょうか。データでも学習でもなく、あなたです。
#   多ければ多いほどよいのかどうかは、第 9 章で確かめます。
# - 結合の重みは、今は乱数です。次の章では、60,000 枚の画像から学習させます。
