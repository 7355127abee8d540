# %% [markdown] lang="en"
# # 2. Networks of neurons
#
# A **neural network** is a network of many small calculators called **neurons**. Each of them does
# so little that you can follow it with pencil and paper. Put thousands of them together, and they
# can read handwriting, recognise faces or translate a sentence.
#
# In this chapter you build **one neuron** with NumPy, and nothing else: first its parts, then the
# whole. There are five tasks, and they take about 30 minutes.
# %% [markdown] lang="ja"
# # 2. ニューラルネットワーク
#
# **ニューラルネットワーク**は、**ニューロン**という小さな計算装置がたくさんつながったものです。
# 1 個のニューロンの計算は、紙と鉛筆で追えるほど簡単です。それを何千個も集めると、
# 手書き文字を読んだり、顔を見分けたり、文を翻訳したりできるようになります。
#
# この章では、NumPy だけを使って **1 個のニューロン**を作ります。まず部品を作り、
# 最後に組み立てます。課題は 5 つで、30 分ほどかかります。
# %% [markdown] lang="en"
# ## What a neuron does
#
# A neuron receives several numbers $x_1, x_2, \dots, x_d$ and gives out one number. It takes four
# steps:
#
# 1. **Multiply.** Each input is multiplied by the **weight** of its connection, $w_i$. A positive
#    weight means "this input speaks for it", a negative one "this input speaks against it", and
#    zero means "this input does not matter". The larger the weight, the more the input counts.
# 2. **Add up** the products.
# 3. **Add the bias** $b$, once. It is what the sum starts from when all inputs are 0, and so it
#    says how easily the neuron responds.
# 4. **Compute the output** from the sum, with the **activation function**.
#
# Steps 1 to 3 together give the **weighted sum** $z = w_1 x_1 + w_2 x_2 + \dots + w_d x_d + b$.
#
# ![A neuron: two inputs, 2 and 3, are multiplied by the weights 0.5 and −1; the products 1 and −3
# and the bias 4 add up to 2; ReLU passes 2 on as the output](picture:neuron)
#
# (There are also neurons with a **memory**: they take part of what they computed before into the
# next computation, which helps with speech and text. We will not need them in this course.)
# %% [markdown] lang="ja"
# ## ニューロンのはたらき
#
# ニューロンは、いくつかの数 $x_1, x_2, \dots, x_d$ を受け取り、1 つの数を出力します。
# 手順は 4 つです。
#
# 1. **掛け算**：それぞれの入力に、**結合の重み** $w_i$ を掛けます。重みが正なら「この入力は賛成」、
#    負なら「この入力は反対」、0 なら「この入力は関係ない」という意味です。
#    重みの絶対値が大きいほど、その入力の影響は大きくなります。
# 2. **合計**：積をすべて足します。
# 3. **バイアス** $b$ を 1 回だけ足します。入力がすべて 0 のときの合計にあたり、
#    ニューロンの反応しやすさを表します。
# 4. **出力値の算出**：**活性化関数**で、合計から出力値を求めます。
#
# 手順 1 から 3 までをまとめたものが**重み付き和** $z = w_1 x_1 + w_2 x_2 + \dots + w_d x_d + b$
# です。
#
# ![ニューロンの図。2 つの入力 2 と 3 に重み 0.5 と −1 を掛け、積の 1 と −3、
# バイアスの 4 を足すと 2 になる。ReLU はこの 2 をそのまま出力する](picture:neuron)
#
# （**メモリ**（記憶）の機能を持つニューロンもあります。
# 前に計算した結果の一部を次の計算に使うもので、音声や文章の処理で役に立ちます。
# このコースでは使いません。）
# %% [markdown] lang="en"
# ### By hand
#
# Say a neuron decides whether today is a day for a walk. Its inputs are the hours of sunshine,
# $x_1 = 2$, and the wind in metres a second, $x_2 = 3$. Sunshine speaks for a walk, $w_1 = 0.5$,
# wind speaks against it, $w_2 = -1$, and this neuron likes walking, $b = 4$:
#
# | step | computation | result |
# |---|---|---|
# | multiply | $0.5 \times 2$ and $-1 \times 3$ | $1$ and $-3$ |
# | add up | $1 + (-3)$ | $-2$ |
# | add the bias | $-2 + 4$ | $z = 2$ |
#
# Try it yourself before you read on: with the same weights and bias, what is $z$ on a day with 2
# hours of sunshine and a storm of 9 metres a second? (Answer: $1 - 9 + 4 = -4$.)
#
# ### Many inputs at once: a batch
#
# In practice you rarely have just one day, one image, one input. You have many, and you compute
# them all in one go. Such a pile is called a **batch**: an array of shape `(n, d)` with
# **one input a row**, so `n` inputs of `d` numbers each. The neuron is the same for all the rows,
# and gives one number for each row: `n` numbers in all, an array of shape `(n,)`.
#
# ![A batch of three days is a table with three rows of two numbers; each row is multiplied by the
# same weights and gives one weighted sum, so three numbers come out](picture:batch)
# %% [markdown] lang="ja"
# ### 手で計算してみる
#
# 「今日は散歩日和か」を判断するニューロンを考えます。入力は、日照時間 $x_1 = 2$（時間）と、
# 風速 $x_2 = 3$（m/秒）です。日照は散歩に賛成なので $w_1 = 0.5$、風は反対なので $w_2 = -1$、
# そしてこのニューロンは散歩が好きなので $b = 4$ とします。
#
# | 手順 | 計算 | 結果 |
# |---|---|---|
# | 掛け算 | $0.5 \times 2$ と $-1 \times 3$ | $1$ と $-3$ |
# | 合計 | $1 + (-3)$ | $-2$ |
# | バイアスを足す | $-2 + 4$ | $z = 2$ |
#
# 先を読む前に、自分でも計算してみましょう。重みとバイアスは同じで、日照が 2 時間、
# 風速が 9 m/秒の嵐の日の $z$ はいくつでしょうか。（答え：$1 - 9 + 4 = -4$）
#
# ### たくさんの入力をまとめて計算する：バッチ
#
# 実際には、入力が 1 日分だけ、画像 1 枚だけということはあまりありません。
# たくさんの入力をまとめて計算します。このまとまりを**バッチ**といい、
# 形が `(n, d)` の配列で表します。**1 行が 1 つの入力**で、`d` 個の数からなる入力が `n`
# 個あるという意味です。どの行にも同じニューロンを使い、1 行につき 1 つの数、
# 全部で `n` 個の数（形が `(n,)` の配列）が得られます。
#
# ![3 日分のバッチは、2 つの数が並んだ行が 3 行ある表。どの行にも同じ重みを掛け、
# 重み付き和が 1 つずつ、合わせて 3 つ得られる](picture:batch)
# %% [markdown] lang="en"
# ## Task 1: the weighted sum
#
# Write `weighted_sum(x, w, b)`, which computes $z$
#
# - for one input: `x` of shape `(d,)` gives one number;
# - for a batch: `x` of shape `(n, d)` gives an array of shape `(n,)`;
#
# for any number of inputs `d`. The weights `w` have shape `(d,)`, and the bias `b` is a number.
#
# One rule holds for everything you write in this course:
# **a function leaves its arguments as they were.** It builds a new array; it does not write into
# `x` or `w`. Otherwise whoever calls the function loses their data.
# %% [markdown] lang="ja"
# ## 課題 1：重み付き和
#
# $z$ を計算する関数 `weighted_sum(x, w, b)` を書いてください。
#
# - 入力が 1 つのとき：形が `(d,)` の `x` に対して、1 つの数を返します。
# - バッチのとき：形が `(n, d)` の `x` に対して、形が `(n,)` の配列を返します。
#
# 入力の個数 `d` がいくつでも計算できるようにします。重み `w` の形は `(d,)`、
# バイアス `b` は 1 つの数です。
#
# このコースで書く関数には、共通の約束があります。**関数は、受け取った引数を書き換えません。** `x`
# や `w` に書き込まず、新しい配列を作って返します。そうしないと、
# 関数を呼び出した人のデータが失われます。
# %%
import numpy as np


# %% task="weighted_sum"
def weighted_sum(x, w, b):
    """
    en: Weighted sum of the inputs, plus the bias.
    ja: 入力の重み付き和にバイアスを足した値。

    en: x: one input, shape (d,), or a batch of n inputs, shape (n, d)
    ja: x: 1 つの入力、形 (d,)。または n 個の入力のバッチ、形 (n, d)
    en: w: weights, shape (d,)
    ja: w: 結合の重み、形 (d,)
    en: b: bias, a number
    ja: b: バイアス、1 つの数
    en: Returns one number for one input, an array of shape (n,) for a batch.
    ja: 戻り値: 入力が 1 つなら 1 つの数、バッチなら形 (n,) の配列
    """
    # en: TODO 1: multiply each input by its weight, add up, add the bias once.
    # ja: TODO 1: 各入力に重みを掛けて合計し、バイアスを 1 回だけ足します。
    ### BEGIN SOLUTION
    return x @ w + b
    ### END SOLUTION


# %% grade="weighted_sum"
# %% run
# en: One day, then a batch of three days. By hand: 2, then 2, -4 and 6.
# ja: 1 日分、次に 3 日分のバッチです。手計算では 2、次に 2, -4, 6 です。
w = np.array([0.5, -1.0])
b = 4.0
days = np.array([[2.0, 3.0], [2.0, 9.0], [8.0, 2.0]])
print(weighted_sum(days[0], w, b))
print(weighted_sum(days, w, b))
# %% [markdown] lang="en"
# ## Activation functions
#
# The weighted sum can be any number, as negative or as large as you like. The
# **activation function** makes the neuron's output from it. Here are the two that you meet most
# often.
#
# **ReLU** (rectified linear unit) keeps a positive number as it is, and replaces a negative one by
# 0. The neuron either stays silent or passes on how strongly it responds:
#
# | $z$ | $-4$ | $-0.5$ | $0$ | $2$ | $6$ |
# |---|---|---|---|---|---|
# | $\mathrm{relu}(z)$ | $0$ | $0$ | $0$ | $2$ | $6$ |
#
# The **sigmoid** squeezes every number into the range from 0 to 1, which can be read as "how sure":
# $\sigma(0) = 0.5$, large $z$ come close to 1, and very negative $z$ come close to 0:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} = \frac{e^{z}}{1 + e^{z}}$$
#
# ![Left: ReLU is 0 up to z = 0 and rises as z from there. Right: the sigmoid rises from 0 to 1 in
# the shape of an S and is 0.5 at z = 0](picture:activations)
#
# Why not simply leave the activation function out? Because weighted sums of weighted sums are just
# weighted sums again. Without the bend of an activation function, a network of a hundred layers
# could do no more than a single layer. You will see that with your own eyes in chapter 4.
#
# ## Task 2: ReLU
#
# Write `relu(z)`. `z` is a number or an array of any shape; the result has the same shape. (And, as
# always, `z` itself stays as it was.)
# %% [markdown] lang="ja"
# ## 活性化関数
#
# 重み付き和は、負の数にも、とても大きな数にもなります。
# そこからニューロンの出力値を求めるのが**活性化関数**です。よく使われるものを 2 つ紹介します。
#
# **ReLU**（レルー、rectified linear unit）は、正の数はそのまま、負の数は 0 にします。つまり、
# ニューロンは黙っているか、反応の強さをそのまま伝えるかのどちらかです。
#
# | $z$ | $-4$ | $-0.5$ | $0$ | $2$ | $6$ |
# |---|---|---|---|---|---|
# | $\mathrm{relu}(z)$ | $0$ | $0$ | $0$ | $2$ | $6$ |
#
# **シグモイド**は、どんな数も 0 から 1 の範囲に収めます。「どのくらい確かか」と読むことができます。
# $\sigma(0) = 0.5$ で、$z$ が大きいほど 1 に、小さい（負で絶対値が大きい）ほど 0 に近づきます。
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} = \frac{e^{z}}{1 + e^{z}}$$
#
# ![左：ReLU は z = 0 までは 0 で、そこからは z と同じだけ増える。右：シグモイドは 0 から 1 まで S
# 字形に増え、z = 0 で 0.5 になる](picture:activations)
#
# 活性化関数を省いてはいけないのでしょうか。重み付き和の重み付き和は、やはり重み付き和です。
# 活性化関数による「折れ曲がり」がなければ、100 層のネットワークでも 1 層分のことしかできません。
# このことは、第 4 章で実際に目で確かめます。
#
# ## 課題 2：ReLU
#
# 関数 `relu(z)` を書いてください。`z` は 1 つの数、または任意の形の配列です。
# 結果は同じ形になります。（もちろん、`z` 自体は書き換えません。）


# %% task="relu"
def relu(z):
    """
    en: ReLU: a positive number stays, a negative one becomes 0.
    ja: ReLU: 正の数はそのまま、負の数は 0 にします。

    en: z: a number or an array of any shape. Returns the same shape.
    ja: z: 1 つの数、または任意の形の配列。戻り値は同じ形です。
    """
    # en: TODO 2: the larger of 0 and z, for each number of z.
    # ja: TODO 2: z のそれぞれの数について、0 と z の大きいほうを求めます。
    ### BEGIN SOLUTION
    return np.maximum(0.0, z)
    ### END SOLUTION


# %% grade="relu"
# %% [markdown] lang="en"
# ## Task 3: the sigmoid
#
# Write `sigmoid(z)`, again for a number or an array of any shape. `np.exp(z)` computes $e^z$ for
# each number of an array.
#
# There is a trap. $e^{1000}$ is larger than any number that the computer can hold, so
# `np.exp(1000)` gives `inf` (infinity) and a warning. And infinity divided by infinity is not a
# number: `nan`. Look at the two forms of the formula above. Mathematically they are equal, but for
# which $z$ does each of them run into $\infty / \infty$? Your function has to give correct values,
# without any `nan`, for $z = 1000$ as well as for $z = -1000$. (A warning alone costs nothing. It
# is possible without one, if you like a challenge: $e$ to the power of a *negative* number never
# overflows.)
# %% [markdown] lang="ja"
# ## 課題 3：シグモイド
#
# 関数 `sigmoid(z)` を書いてください。これも `z` は 1 つの数、または任意の形の配列です。
# `np.exp(z)` で、配列のそれぞれの数について $e^z$ を計算できます。
#
# ここには落とし穴があります。$e^{1000}$ はコンピュータが表せるどの数よりも大きいので、
# `np.exp(1000)` は警告を出して `inf`（無限大）になります。そして、
# 無限大を無限大で割ると `nan`（数ではない）になります。上の式には 2 つの形があります。
# 数学では等しいのですが、それぞれ、どんな $z$ のときに $\infty / \infty$ になるでしょうか。
# $z = 1000$ でも $z = -1000$ でも、`nan` を出さずに正しい値を返すようにしてください。
# （警告が出るだけなら減点されません。警告も出ないように書くこともできます。$e$ の「負の数」乗は、
# けっしてあふれません。）


# %% task="sigmoid"
def sigmoid(z):
    """
    en: Sigmoid: squeezes every number into the range from 0 to 1.
    ja: シグモイド: どんな数も 0 から 1 の範囲に収めます。

    en: z: a number or an array of any shape. Returns the same shape, without nan for any z.
    ja: z: 1 つの数、または任意の形の配列。戻り値は同じ形で、どんな z でも nan になりません。
    """
    # en: TODO 3: choose a form of the formula that is safe for large z and for very negative z.
    # ja: TODO 3: z が大きくても、負で絶対値が大きくても安全な形の式を使います。
    ### BEGIN SOLUTION
    small = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + small), small / (1 + small))
    ### END SOLUTION


# %% grade="sigmoid"
# %% run
print(relu(np.array([-4.0, -0.5, 0.0, 2.0, 6.0])))
print(sigmoid(np.array([-1000.0, -2.0, 0.0, 2.0, 1000.0])))
# %% [markdown] lang="en"
# ## Task 4: the whole neuron
#
# Now put the parts together. Write `neuron(x, w, b, activation)`: first the weighted sum, **with**
# its bias, then the activation function on that sum. As in Keras, the activation is given by its
# name, `"relu"` or `"sigmoid"`. The table `ACTIVATIONS` below leads from a name to your function:
# `ACTIVATIONS["relu"]` *is* `relu`, so you can call it.
#
# The order matters. Take the walk once more: the products are $1$ and $-3$.
#
# - Right: $\mathrm{relu}(1 - 3 + 4) = \mathrm{relu}(2) = 2$.
# - Activation too early, on each product: $\mathrm{relu}(1) + \mathrm{relu}(-3) + 4 = 5$. What
#   speaks against the walk has been thrown away before it could count.
#
# And on the stormy day: $\mathrm{relu}(1 - 9 + 4) = \mathrm{relu}(-4) = 0$. Better stay at home.
# %% [markdown] lang="ja"
# ## 課題 4：ニューロン全体
#
# 部品を組み立てます。関数 `neuron(x, w, b, activation)` を書いてください。
# まずバイアスを**含む**重み付き和を求め、その値に活性化関数を適用します。Keras と同じように、
# 活性化関数は名前 `"relu"` または `"sigmoid"` で指定します。下の表 `ACTIVATIONS` を使うと、
# 名前から関数が得られます。`ACTIVATIONS["relu"]` は `relu` そのものなので、そのまま呼び出せます。
#
# 順序が大切です。もう一度、散歩の例で考えます。積は $1$ と $-3$ でした。
#
# - 正しい順序：$\mathrm{relu}(1 - 3 + 4) = \mathrm{relu}(2) = 2$
# - 活性化が早すぎる（積ごとに適用する）：$\mathrm{relu}(1) + \mathrm{relu}(-3) + 4 = 5$。
#   散歩に反対する入力が、数えられる前に捨てられてしまいます。
#
# 嵐の日は $\mathrm{relu}(1 - 9 + 4) = \mathrm{relu}(-4) = 0$ です。家にいるほうがよさそうです。
# %%
ACTIVATIONS = {"relu": relu, "sigmoid": sigmoid}


# %% task="neuron"
def neuron(x, w, b, activation):
    """
    en: Output of one neuron.
    ja: 1 個のニューロンの出力値。

    en: x, w, b: as in weighted_sum (one input or a batch)
    ja: x, w, b: weighted_sum と同じ（1 つの入力、またはバッチ）
    en: activation: "relu" or "sigmoid"
    ja: activation: "relu" または "sigmoid"
    en: Returns one number for one input, an array of shape (n,) for a batch.
    ja: 戻り値: 入力が 1 つなら 1 つの数、バッチなら形 (n,) の配列
    """
    # en: TODO 4: the weighted sum first, then the activation function with this name.
    # ja: TODO 4: まず重み付き和を求め、次にこの名前の活性化関数を適用します。
    ### BEGIN SOLUTION
    return ACTIVATIONS[activation](weighted_sum(x, w, b))
    ### END SOLUTION


# %% grade="neuron"
# %% [markdown] lang="en"
# ## Task 5: is it active?
#
# A neuron whose output is high is called **active**: it "lights up" for this input. For ReLU that
# is easy to say: active means that the output is above 0. A sigmoid is above 0 for every input, so
# there one takes a higher bar, such as 0.5. Hence a threshold.
#
# Write `is_active(output, threshold=0.0)`: `True` where the output is **strictly greater** than the
# threshold, otherwise `False`. For one output it gives one truth value; for an array of outputs it
# gives an array of truth values of the same shape. An output that equals the threshold is not
# active: a ReLU that gives 0 is silent.
#
# By hand: `is_active(0.3)` is true, `is_active(0.0)` is false, and `is_active(0.3, threshold=0.5)`
# is false too.
# %% [markdown] lang="ja"
# ## 課題 5：活性化しているか
#
# 出力値が高いニューロンは、その入力に対して**活性化**しているといいます（「光る」
# と表すこともあります）。ReLU なら話は簡単で、出力値が 0 より大きければ活性化しています。
# シグモイドの出力値はどんな入力でも 0 より大きいので、0.5 のような、もっと高い基準を使います。
# そこで、しきい値を用意します。
#
# 関数 `is_active(output, threshold=0.0)` を書いてください。出力値がしきい値より**大きければ**
# `True`、そうでなければ `False` を返します。出力値が 1 つなら真偽値を 1 つ、
# 出力値の配列なら同じ形の真偽値の配列を返します。出力値がしきい値とちょうど等しいときは、
# 活性化していません。0 を出力する ReLU は非活性化の状態です。
#
# 手で確かめると、`is_active(0.3)` は真、`is_active(0.0)` は偽、`is_active(0.3, threshold=0.5)`
# も偽です。


# %% task="is_active"
def is_active(output, threshold=0.0):
    """
    en: Whether a neuron with this output is active.
    ja: この出力値のニューロンが活性化しているかどうか。

    en: output: one output, or an array of outputs of any shape
    ja: output: 1 つの出力値、または任意の形の出力値の配列
    en: Returns True where the output is strictly greater than the threshold, else False.
    ja: 戻り値: 出力値がしきい値より大きければ True、そうでなければ False
    """
    # en: TODO 5: compare the output with the threshold.
    # ja: TODO 5: 出力値としきい値を比べます。
    ### BEGIN SOLUTION
    return output > threshold
    ### END SOLUTION


# %% grade="is_active"
# %% [markdown] lang="en"
# ## Look at your neuron
#
# What does a neuron see? Below, your `neuron` computes its output for every combination of sunshine
# and wind at once: a batch of 10,000 days. The map shows how strongly it responds. The white line
# is the border between the active and the silent region: that is where $z = 0$. A single neuron can
# only ever draw a straight line. Change the weights and the bias and watch the line move: a weight
# turns it, the bias shifts it.
# %% [markdown] lang="ja"
# ## 自分のニューロンを見てみる
#
# ニューロンには何が見えているのでしょうか。下のプログラムでは、あなたの `neuron` が、
# 日照時間と風速のあらゆる組み合わせ（10,000 日分のバッチ）の出力値を一度に計算し、
# 反応の強さを地図に表します。白い線は、活性化している領域としていない領域の境界で、
# そこでは $z = 0$ です。1 個のニューロンは、直線の境界しか引けません。重みやバイアスを変えて、
# 直線の動きを見てみましょう。重みを変えると直線の向きが変わり、
# バイアスを変えると直線が平行に動きます。
# %% run
import matplotlib.pyplot as plt

sun, wind = np.meshgrid(np.linspace(0, 12, 100), np.linspace(0, 12, 100))
many_days = np.stack([sun.ravel(), wind.ravel()], axis=1)
output = neuron(many_days, np.array([0.5, -1.0]), 4.0, "relu")
share = np.mean(is_active(output))
print(f"active on {share:.1%} of the days")  # en
print(f"活性化した日の割合: {share:.1%}")  # ja
plt.contourf(sun, wind, output.reshape(sun.shape), levels=20)
plt.colorbar(label="neuron(x, w, b)")
border = 1.0 * np.reshape(is_active(output), sun.shape)
plt.contour(sun, wind, border, levels=[0.5], colors="white")
plt.xlabel("x1")
plt.ylabel("x2")
plt.show()
# %% [markdown] lang="en"
# ## From one neuron to a network
#
# A network is built from neurons in **layers**, one layer after the other, in series. The data go
# in one direction, from the input to the output: what the first layer gives out is what the second
# layer takes in, and so on. A network with many layers is what **deep learning** is named after.
#
# ![Two networks, one with few layers and one with many; arrows lead from the input on the left to
# the output on the right](picture:series)
#
# And all of it is just multiplying, adding and an activation function, over and over: that is why
# an ordinary computer can simulate it. In the next chapter you build such layers and let an input
# travel through them.
# %% [markdown] lang="ja"
# ## 1 個のニューロンからネットワークへ
#
# ネットワークでは、ニューロンが**層**に並び、層が直列につながっています。データは、
# 入力から出力へと一方向に進みます。1 層目の出力が 2 層目の入力になり、それが次々と続きます。
# 層の数が多い（多層の）ニューラルネットワークは、**深層学習**（ディープラーニング）の能力を持ちま
# す。
#
# ![層が少ないネットワークと、層が多いネットワークの図。
# 矢印は左の入力から右の出力へ向かっている](picture:series)
#
# どれだけ大きくても、していることは掛け算と足し算と活性化関数の繰り返しです。だからこそ、
# ふつうのコンピュータでシミュレーションできます。次の章では、このような層を作り、
# 入力を通していきます。
