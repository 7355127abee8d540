# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# # 3. 活性化, 伝搬
#
# 第 2 章では 1 個のニューロンを作りました。この章ではニューロンの**層**を作り、層を直列につないで、
# 入力を通します。入力が進んでいくと、活性化する（光る）ニューロンと、しないニューロンが出てきます。
# どのニューロンが活性化するかは、入力によって変わります。
# ニューラルネットワークが答えを出すときにしているのは、これだけです。この章の関数があれば、
# あとの章で学習させるどのネットワークでも動かせます。
#
# 課題は 5 つで、35 分ほどかかります。使うのは NumPy だけです。（第 2 章をまだ読んでいない人へ：
# ニューロンは、それぞれの入力に結合の重みを掛けて合計し、バイアスを足し、
# その結果に活性化関数を適用します。）
# %% [markdown] lang="en"
# ## A network and its connections
#
# Here is the network that we follow through the whole chapter. It decides about a walk. Its inputs
# are the hours of sunshine and the strength of the wind, and it has two outputs: one neuron for
# "walk" and one for "stay at home". Between them there is a layer of three neurons. It is neither
# input nor output, so nobody sees it from outside: it is called a **hidden layer**.
#
# ![A network: two inputs on the left, three hidden neurons in the middle, two output neurons on the
# right; every neuron is connected to every neuron of the layer before](picture:network)
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
# %% [markdown] lang="ja"
# ## ネットワークと結合
#
# この章では、次のネットワークを最後まで使います。散歩に行くかどうかを決めるネットワークです。
# 入力は日照時間と風の強さで、出力は「散歩」のニューロンと「家にいる」のニューロンの 2 つです。
# その間に、3 個のニューロンの層があります。外から見えるのは入力と出力だけで、この層は見えないので、
# **隠れ層**（中間層）と呼ばれます。
#
# ![ネットワークの図。左に 2 つの入力、中央に 3 個の隠れ層のニューロン、
# 右に 2 個の出力のニューロンがある。どのニューロンも、
# 1 つ前の層のすべてと結合している](picture:network)
#
# どのニューロンも、1 つ前の層の**すべて**のニューロンと結合しています。（このような層を「全結合層」
# または「Dense 層」といいます。）結合には、それぞれに重みがあります。
# 結合は全部でいくつあるでしょうか。
#
# - 2 つの入力から隠れ層の 3 個のニューロンへ：$2 \times 3 = 6$
# - 隠れ層の 3 個のニューロンから 2 つの出力へ：$3 \times 2 = 6$
# - 合計：$6 + 6 = 12$
#
# 入力はニューロンではなく、入ってくる数を置く場所です。バイアスも結合ではなく、
# 1 個のニューロンに 1 つずつあるものです。
#
# ## 課題 1：結合を数える
#
# 関数 `count_connections(sizes)` を書いてください。`sizes` は、入力の個数と、
# 各層のニューロンの個数を並べたリストです。上のネットワークなら `[2, 3, 2]` です。
# リストの長さは 2 以上で、いくつでもかまいません。
# %%
import numpy as np


# %% task="count_connections"
def count_connections(sizes):
    """
    en: Number of connections (weights, without biases) in a network of dense layers.
    ja: 全結合層からなるネットワークの結合の個数（重みの個数。バイアスは含みません）。

    en: sizes: number of inputs, then the number of neurons in each layer, such as [2, 3, 2]
    ja: sizes: 入力の個数と、各層のニューロンの個数。たとえば [2, 3, 2]
    """
    # en: TODO 1: each layer has (neurons before) x (neurons) connections. Add up over the layers.
    # ja: TODO 1: 各層の結合は（前の層の個数）×（その層の個数）です。すべての層について合計します。
    ### BEGIN SOLUTION
    return sum(sizes[i] * sizes[i + 1] for i in range(len(sizes) - 1))
    ### END SOLUTION


# %% grade="count_connections"
# %% [markdown] lang="en"
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
# ![Hidden layer: the input (2, 1) times the 2 × 3 matrix of weights, plus the bias, gives the sums
# 2, 1, −0.5; ReLU makes 2, 1, 0 of them. The column of the first neuron is
# highlighted](picture:layer)
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
# %% [markdown] lang="ja"
# ## 層は、並んだたくさんのニューロン
#
# 1 つの層のニューロンは、すべて同じ入力を受け取ります。しかし、
# 重みとバイアスはニューロンごとに違います。1 個ずつ計算してもよいのですが、
# すべての重みを 1 つの表、つまり形が `(n_in, n_out)` の**行列** $W$ にまとめると簡単です。
#
# - **1 列が 1 個のニューロン**に対応します。
# - 1 行が 1 つの入力に対応します。
#
# つまり `W[i, j]` は、入力 `i` からニューロン `j` への結合の重みです。（Keras も、
# 重みをこの形で保存しています。）バイアスは、ニューロンごとに 1 つ、形が `(n_out,)` の配列 `b`
# です。
#
# ![隠れ層の計算。入力 (2, 1) と 2 × 3 の重みの行列の積にバイアスを足すと、合計 2, 1, −0.5 になる。
# ReLU を適用すると 2, 1, 0 になる。最初のニューロンの列に色が付いている](picture:layer)
#
# $x = (2, 1)$（日照が 2 時間で、風が弱い日）について、**手で計算**してみます。
#
# | ニューロン | 入力×重みの合計 | バイアス | $z$ | $\mathrm{relu}(z)$ |
# |---|---|---|---|---|
# | 0 | $1 \times 2 + 1 \times 1 = 3$ | $-1$ | $2$ | $2$ |
# | 1 | $-1 \times 2 + 2 \times 1 = 0$ | $1$ | $1$ | $1$ |
# | 2 | $0.5 \times 2 - 2 \times 1 = -1$ | $0.5$ | $-0.5$ | $0$ |
#
# この 3 つの合計は、$x$ と $W$ の行列の積に $b$ を足すと、一度に求められます。
# 結果のそれぞれの数は「行 $x$ と、$W$ の 1 つの列との積」です。形が `(n, n_in)` のバッチ `x`
# でも同じ積を使うことができ、`x` の行ごとに結果が 1 行得られます。形は `(n, n_out)` です。
#
# ## 課題 2：全結合層
#
# 関数 `dense(x, W, b, activation)` を書いてください。形が `(n_in,)` の 1 つの入力には、
# 層のニューロンの活性化度（出力値）を形 `(n_out,)` で返し、形が `(n, n_in)` のバッチには形
# `(n, n_out)` で返します。`activation` は、下の表 `ACTIVATIONS` にある名前です。
# 表から関数が得られ、`ACTIVATIONS["relu"]` は `relu` です。
# （`"linear"` は「合計をそのまま出力する」という意味です。）
#
# いつものように、関数は引数を書き換えません。`x`、`W`、`b` に書き込まないようにしましょう。


# %%
def linear(z):
    """
    en: Leaves the weighted sums as they are.
    ja: 重み付き和をそのまま返します。
    """
    return z


def relu(z):
    """
    en: Positive numbers stay, negative ones become 0.
    ja: 正の数はそのまま、負の数は 0 にします。
    """
    return np.maximum(0.0, z)


def sigmoid(z):
    """
    en: Between 0 and 1, written with tanh, which never overflows.
    ja: 0 から 1 までの値。あふれることのない tanh を使った形です。
    """
    return 0.5 * (1.0 + np.tanh(0.5 * z))


ACTIVATIONS = {"linear": linear, "relu": relu, "sigmoid": sigmoid}


# %% task="dense"
def dense(x, W, b, activation):
    """
    en: Activations of a fully connected layer.
    ja: 全結合層の活性化度（出力値）。

    en: x: one input, shape (n_in,), or a batch, shape (n, n_in)
    ja: x: 1 つの入力、形 (n_in,)。またはバッチ、形 (n, n_in)
    en: W: weights, shape (n_in, n_out), one column for each neuron
    ja: W: 結合の重み、形 (n_in, n_out)。1 列が 1 個のニューロン
    en: b: biases, shape (n_out,)
    ja: b: バイアス、形 (n_out,)
    en: activation: a name in ACTIVATIONS
    ja: activation: ACTIVATIONS にある名前
    en: Returns shape (n_out,) for one input, (n, n_out) for a batch.
    ja: 戻り値: 入力が 1 つなら形 (n_out,)、バッチなら形 (n, n_out)
    """
    # en: TODO 2: the weighted sums of all neurons, with their biases, then the activation function.
    # ja: TODO 2: すべてのニューロンの重み付き和（バイアスを含む）を求め、活性化関数を適用します。
    ### BEGIN SOLUTION
    return ACTIVATIONS[activation](x @ W + b)
    ### END SOLUTION


# %% grade="dense"
# %% run
# en: The hidden layer of the walk. By hand: 2, 1, 0.
# ja: 散歩のネットワークの隠れ層です。手計算では 2, 1, 0 です。
W1 = np.array([[1.0, -1.0, 0.5], [1.0, 2.0, -2.0]])
b1 = np.array([-1.0, 1.0, 0.5])
print(dense(np.array([2.0, 1.0]), W1, b1, "relu"))
# %% [markdown] lang="en"
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
# ![Three bar charts: the logits 2 and 1, their exponentials 7.39 and 2.72, and the shares 0.731 and
# 0.269, which add up to 1](picture:softmax)
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
# %% [markdown] lang="ja"
# ## ソフトマックス：数から割合へ
#
# 最後の層は「どれか」に答える層です。その重み付き和（**ロジット**といいます）は、
# どんな数にもなります。**ソフトマックス**は、これを合計が 1 の正の割合に変えます。
# ロジットが最も大きいものが、最も大きい割合になります。
#
# $$\mathrm{softmax}(z)_j = \frac{e^{z_j}}{e^{z_0} + e^{z_1} + \dots + e^{z_{n-1}}}$$
#
# 「散歩」と「家にいる」のロジットが $(2, 1)$ の場合を、**手で計算**してみます。
#
# | | 散歩 | 家にいる | 合計 |
# |---|---|---|---|
# | $z$ | $2$ | $1$ | |
# | $e^z$ | $7.389$ | $2.718$ | $10.107$ |
# | 割合 | $7.389 / 10.107 = 0.731$ | $2.718 / 10.107 = 0.269$ | $1$ |
#
# ![3 つの棒グラフ。ロジットの 2 と 1、その指数関数の値の 7.39 と 2.72、合計が 1 になる割合の 0.731
# と 0.269](picture:softmax)
#
# ReLU と違って、ソフトマックスはニューロンを 1 個ずつ見るのではありません。割合は、
# その層のすべてのニューロンで決まります。ですから、ソフトマックスは隠れ層ではなく、
# 最後の層で使います。
#
# ### 2 つの落とし穴
#
# **大きなロジット**：$e^{1000}$ はコンピュータには大きすぎます。
# `np.exp(1000)` は `inf`（無限大）になり、`inf / inf` は `nan`（数ではない）になります。ところが、
# 割合はロジットの「差」だけで決まります。$(1000, 999)$ の割合は、
# $(2, 1)$ とも $(0, -1)$ とも同じになるはずです。（すべてのロジットに $c$ を足すと、
# どの $e^z$ も同じ $e^c$ 倍になり、分母と分子で打ち消し合うからです。）つまり、計算の前に、
# すべてのロジットから同じ数を引いてもかまいません。何を引けば安全になるでしょうか。
#
# **バッチ**：形が `(n, n_out)` のバッチでは、**1 行**が 1 つの入力です。割合は行ごとに求め、
# その行の合計が 1 になります。ほかの行とは関係がありません。
#
# ## 課題 3：ソフトマックス
#
# 形が `(n_out,)` または `(n, n_out)` のロジットに対する関数 `softmax(z)` を書いてください。
# 結果は同じ形です。正でも負でも、大きなロジットに対して `nan` を出さず、正しい値を返すようにします。


# %% task="softmax"
def softmax(z):
    """
    en: Positive shares that add up to 1 along the last axis.
    ja: 最後の軸に沿った合計が 1 になる、正の割合。

    en: z: logits, shape (n_out,) or (n, n_out). Returns the same shape, without nan.
    ja: z: ロジット、形 (n_out,) または (n, n_out)。戻り値は同じ形で、nan になりません。
    """
    # en: TODO 3: make the logits harmless, take e to their power, divide by the sum of each row.
    # ja: TODO 3: ロジットを安全な大きさにし、e の累乗を求め、行ごとの合計で割ります。
    ### BEGIN SOLUTION
    powers = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)
    ### END SOLUTION


# %% grade="softmax"
# %%
ACTIVATIONS = {**ACTIVATIONS, "softmax": softmax}
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 伝搬：層から層へ
#
# いよいよ層を直列につなぎます。1 層目は入力を受け取ります。2 層目からは、
# **1 つ前の層の活性化度**を受け取ります。最後の層が出すものが、ネットワークの出力です。
# これを**伝搬**（順伝搬）といいます。データは、入力から出力の方向へ一方向に進みます。
#
# ネットワークは、層を最初から最後まで並べたリストで表します。それぞれの層は、
# 3 つ組 `(W, b, activation)` です。$x = (2, 1)$ について、**手で計算**してみます。
#
# 1. 隠れ層（ReLU）は、前に計算したとおり $(2, 1) \to (2, 1, 0)$ です。
# 2. 出力層の重みは $W = \begin{pmatrix} 1 & 0 \\ -1 & 2 \\ 2 & 1 \end{pmatrix}$、
#    バイアスは $b = (1, -1)$ です。
#    - 散歩：$1 \times 2 - 1 \times 1 + 2 \times 0 + 1 = 2$
#    - 家にいる：$0 \times 2 + 2 \times 1 + 1 \times 0 - 1 = 1$
#    - ソフトマックスは、前に計算したとおり $(0.731, 0.269)$ です。73 対 27 で、
#      散歩に行くことになりました。
#
# ## 課題 4：入力から出力まで
#
# 関数 `forward(x, layers)` を書いてください。層がいくつでも、
# 入力が 1 つでもバッチでも計算できるようにします。戻り値は、最後の層の活性化度です。


# %% task="forward"
def forward(x, layers):
    """
    en: Output of a network: the activations of its last layer.
    ja: ネットワークの出力、つまり最後の層の活性化度。

    en: x: one input, shape (n_in,), or a batch, shape (n, n_in)
    ja: x: 1 つの入力、形 (n_in,)。またはバッチ、形 (n, n_in)
    en: layers: list of (W, b, activation), from the first layer to the last
    ja: layers: (W, b, activation) のリスト。最初の層から最後の層までの順
    """
    # en: TODO 4: pass the activations on from layer to layer.
    # ja: TODO 4: 活性化度を、層から層へ順に渡していきます。
    ### BEGIN SOLUTION
    activations = x
    for W, b, activation in layers:
        activations = dense(activations, W, b, activation)
    return activations
    ### END SOLUTION


# %% grade="forward"
# %% [markdown] lang="en"
# ## Which neurons light up?
#
# A neuron with a high activation is called **active**: it "lights up". As in chapter 2, high means
# strictly greater than a threshold. Let us send three different days through the same network, with
# the threshold 0.5:
#
# ![The same network three times. For the input (2, 1) the hidden neurons 0 and 1 and the output
# "walk" light up; for (1, 3) the hidden neurons 0 and 1 and the output "stay at home"; for (4, 0)
# the hidden neurons 0 and 2 and the output "walk"](picture:lit)
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
# %% [markdown] lang="ja"
# ## どのニューロンが活性化するか
#
# 活性化度が高いニューロンは、**活性化**している（「光る」）といいます。第 2 章と同じように、
# 「高い」とは、しきい値より大きいことです。同じネットワークに、違う日のデータを通してみましょう。
# しきい値は 0.5 です。
#
# ![同じネットワークの図が 3 つ。入力 (2, 1) では隠れ層の 0 と 1、出力の「散歩」が光る。
# 入力 (1, 3) では隠れ層の 0 と 1、出力の「家にいる」が光る。入力 (4, 0) では隠れ層の 0 と 2、
# 出力の「散歩」が光る](picture:lit)
#
# 重みは 3 つとも同じです。それでも、入力が違えば、活性化するニューロンが変わります。活性化は、
# そのニューロンがいつも持っている性質ではなく、**入力に応じてダイナミックに変化**します。
# 隠れ層のニューロン 2 は「日が照って風がない」ことに反応するので、
# ほかの 2 日では非活性化の状態です。
#
# ## 課題 5：活性化しているニューロン
#
# 形が `(n_in,)` の 1 つの入力 `x` に対する関数 `active_neurons(x, layers, threshold=0.0)`
# を書いてください。戻り値は、最初の層から最後の層まで、層ごとに 1 つずつの要素を並べたリストです。
# それぞれの要素は、その層の中で、活性化度がしきい値より大きい**ニューロンの番号**です。
# 番号は 0 から数え、小さい順に並べます。活性化しているニューロンがない層では、空にします。
# 入力は層に含めません。
#
# $x = (2, 1)$ について手で確かめます。隠れ層の活性化度は $(2, 1, 0)$、
# 出力は $(0.731, 0.269)$ でした。
#
# - しきい値が 0.5 のとき：`[[0, 1], [0]]`
# - しきい値が 0 のとき：`[[0, 1], [0, 1]]`（ソフトマックスの割合は、いつも 0 より大きいからです）


# %% task="active_neurons"
def active_neurons(x, layers, threshold=0.0):
    """
    en: For each layer, the numbers of the neurons that are active for this input.
    ja: 層ごとの、この入力に対して活性化しているニューロンの番号。

    en: x: one input, shape (n_in,)
    ja: x: 1 つの入力、形 (n_in,)
    en: layers: list of (W, b, activation), from the first layer to the last
    ja: layers: (W, b, activation) のリスト。最初の層から最後の層までの順
    en: Returns a list with one entry for each layer: numbers from 0 on, in ascending order.
    ja: 戻り値: 層ごとに 1 つの要素を持つリスト。番号は 0 から数え、小さい順に並べます。
    """
    # en: TODO 5: as in forward, but note after each layer which activations exceed the threshold.
    # ja: TODO 5: forward と同じように進み、層ごとに、しきい値より大きい活性化度の番号を記録します。
    ### BEGIN SOLUTION
    active = []
    activations = x
    for W, b, activation in layers:
        activations = dense(activations, W, b, activation)
        active.append(np.flatnonzero(activations > threshold).tolist())
    return active
    ### END SOLUTION


# %% grade="active_neurons"
# %% [markdown] lang="en"
# ## Watch them light up
#
# Here your functions run the network of the walk for three days and draw which neurons are active.
# Change the days, or the weights, and see what changes. Can you find a day on which the hidden
# neuron 0 is dark?
# %% [markdown] lang="ja"
# ## 活性化を見てみる
#
# 下のプログラムでは、あなたの関数が散歩のネットワークを 3 日分動かし、
# 活性化しているニューロンを図にします。日照や風、重みを変えると、何が変わるでしょうか。
# 隠れ層のニューロン 0 が活性化しない日を見つけられますか。
# %% run
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
# %% [markdown] lang="en"
# ## Where do the weights come from?
#
# You can now compute the output of any network of dense layers, from the small one here to one with
# 50,816 connections that reads handwritten digits (chapter 7). One question is open. In this
# chapter somebody had chosen the weights for you. In the next one, the network finds them by
# itself, from data: it **learns**.
# %% [markdown] lang="ja"
# ## 重みはどこから来るのか
#
# これで、この章の小さなネットワークから、手書き数字を読み取る 50,816 個の結合を持つネットワーク（第
# 7 章）まで、全結合層のどんなネットワークの出力も計算できるようになりました。残る疑問は 1 つです。
# この章の重みは、だれかが決めたものでした。次の章では、
# ネットワークがデータから自分で重みを見つけます。つまり、**学習**します。
