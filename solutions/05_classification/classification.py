# %% [markdown] lang="en"
# # 5. Classifying with a neural network
#
# Is this handwritten digit a 3 or an 8? Is this mail spam? Which of ten animals is in the photo?
# Such questions have one thing in common: the answer is **one of a fixed list**. To answer them is
# to **classify**, and the entries of the list are the **classes**.
#
# In this chapter you build the last part of a network that sorts inputs into ten classes, the
# digits 0 to 9, and the tools that measure how well it does so. You need NumPy, nothing else.
# There are five tasks, and they take about 40 minutes.
# %% [markdown] lang="ja"
# # 5. ニューラルネットワークを用いた分類
#
# この手書き数字は 3 でしょうか、8 でしょうか。このメールは迷惑メールでしょうか。写真に写っているのは
# 10 種類の動物のうちのどれでしょうか。これらの問いには共通点があります。答えが
# **決まった候補の中の 1 つ**になることです。これを**分類**といい、候補の 1 つ 1 つを**クラス**（種類）
# といいます。
#
# この章では、入力を 0 から 9 までの 10 種類に分類するニューラルネットワークの最後の部分と、
# 分類のよさを測る道具を作ります。使うのは NumPy だけです。課題は 5 つで、40 分ほどかかります。
# %%
import numpy as np

# %% [markdown] lang="en"
# ## One neuron for each class
#
# How can a network, which only computes with numbers, say "this is a 9"? It gets **one output neuron
# for each class**: ten classes, ten neurons. Neuron 0 stands for the digit 0, neuron 1 for the digit
# 1, and so on to neuron 9. Learning adjusts the weights so that, for an image of a 9, **neuron 9
# becomes strongly active and the other nine stay weak**.
#
# ![A layer of 128 neurons, joined to a layer of ten neurons numbered 0 to 9. Neuron 9 of the last
# layer is bright, the others are dark: the output is 9](picture:ten_neurons)
#
# The data flows from left to right. In front of the ten output neurons there is a layer of 128
# neurons. Why 128? There is no law behind it. The **10** is fixed, because there are ten classes. The
# **128** is a choice of whoever builds the network: in chapter 7 we take 64, and in chapter 9 you try
# 1,000. Before you read on, think: what would you expect to get better with more neurons, and what
# does it cost? (Chapter 9 lets you measure it. The cost you can count now: every one of the 128
# neurons is joined to every one of the ten, so there are $128 \times 10 = 1280$ weights and, with one
# bias for each output neuron, 1,290 numbers to be learnt.)
# %% [markdown] lang="ja"
# ## クラスごとに 1 つのニューロン
#
# 数の計算しかできないニューラルネットワークは、どうやって「これは 9 です」と答えるのでしょうか。
# そのために、**クラスごとに 1 つの出力ニューロン**を用意します。10 種類なら 10 個です。0 番のニューロンは
# 数字の 0、1 番は数字の 1、…、9 番は数字の 9 を表します。学習では、9 の画像が入力されたときに
# **9 番のニューロンだけが強く活性化し、ほかの 9 個は弱いまま**になるように、結合の重みを調整します。
#
# ![128 個のニューロンの層と、0 から 9 の番号が付いた 10 個のニューロンの層がつながっている。最終層では 9 番だけが
# 明るく、ほかは暗い。出力は 9](picture:ten_neurons)
#
# データは左から右へ流れます。10 個の出力ニューロンの前には、128 個のニューロンの層があります。
# なぜ 128 個なのでしょうか。そう決まっているわけではありません。**10** のほうは、クラスが 10 種類なので
# 変えられません。**128** は、作る人が選んだ数です。7 章では 64 個にし、9 章では 1000 個も試します。
# 先を読む前に考えてみてください。ニューロンを増やすと何がよくなりそうですか。その代わりに何が増えますか。
# （9 章で実際に測ります。増えるもののほうは、いま数えられます。128 個のそれぞれが 10 個のすべてと
# つながるので、結合の重みは $128 \times 10 = 1280$ 個です。出力ニューロンごとに 1 個のバイアスを加えると、
# 学習で決める数は 1290 個になります。）
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 出力の目標：ワンホットベクトル
#
# 訓練データには、どのクラスが正解かを表す**ラベル**が付いています。ラベルは 9 のような整数です。
# 一方、ニューラルネットワークの答えは 10 個の活性化度です。比べられるように、ラベルも 10 個の数で
# 表しましょう。**正解のクラスの場所を 1、ほかをすべて 0** にします。「ホット」な場所が 1 つだけなので、
# **ワンホット（one-hot）ベクトル**と呼びます。
#
# | ラベル | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |
# |---|---|---|---|---|---|---|---|---|---|---|
# | 0 | **1** | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
# | 1 | 0 | **1** | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
# | 9 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | **1** |
#
# 場所は、Python と同じように 0 から数えます。ですから、ラベル 0 の 1 は先頭の場所にあります。表の幅は
# *クラスの数*です。どのラベルがたまたま出てくるかにはよりません。ラベルが 0, 1, 9 の 3 種類しかなくても、
# 列は 10 列必要です。
#
# **課題 1**　`one_hot(labels, classes=10)` を書いてください。`labels` は整数が `n` 個並んだ配列です。
# 結果の形は `(n, classes)` で、1 つのラベルが 1 行になり、行の順番はラベルの順番と同じです。


# %% task="one_hot"
def one_hot(labels, classes=10):
    """
    en: Writes each label as a row with a single 1.
    en:
    en: labels: whole numbers from 0 to classes - 1, shape (n,).
    en: Returns zeros and ones, shape (n, classes): in row i the 1 stands in column labels[i].
    ja: ラベルを、1 が 1 つだけある行で表します。
    ja:
    ja: labels: 0 から classes - 1 までの整数。形は (n,)。
    ja: 戻り値: 0 と 1 の配列。形は (n, classes)。i 行目の 1 は labels[i] 列目にあります。
    """
    # en: TODO 1: start with zeros of the right shape, then put one 1 into each row.
    # ja: TODO 1: まず正しい形の 0 の配列を作り、次に各行へ 1 を 1 つずつ置きます。
    ### BEGIN SOLUTION
    rows = np.zeros((len(labels), classes))
    rows[np.arange(len(labels)), labels] = 1
    return rows
    ### END SOLUTION


# %% grade="one_hot"
# %% run
print(one_hot(np.array([0, 1, 9])))
# %% [markdown] lang="en"
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
# ![Left: the scores 2, 1 and 0 as bars. Middle: e to the power of each, 7.39, 2.72 and 1. Right: each
# divided by the sum 11.11, which gives 0.67, 0.24 and 0.09](picture:softmax_steps)
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
# %% [markdown] lang="ja"
# ## 最終層：128 個 → 10 個
#
# 出力ニューロンの計算も、ほかのニューロンと同じです。前の層の 128 個の活性化度に結合の重みを掛け、合計し、
# バイアスを足します。これで 10 個の**スコア**が得られます。スコアは負にもなる、範囲の決まっていない数なので、
# そのままでは比べにくいものです。そこで最終層では、活性化関数に**ソフトマックス（softmax）** を使います。
# ソフトマックスは、10 個のスコアをまとめて見ます。
#
# 1. 各スコアについて、$e$ のスコア乗を計算します（すべて正の数になり、大きいスコアほど大きく増えます）。
# 2. その合計で割ります（どれも 0 から 1 の間になり、全部足すと 1 になります）。
#
# ![左: スコア 2, 1, 0 の棒グラフ。中央: e のスコア乗で 7.39, 2.72, 1。右: 合計 11.11 で割った値で
# 0.67, 0.24, 0.09](picture:softmax_steps)
#
# ### 手で計算してみる
#
# ごく小さな最終層を考えます。前の層のニューロンは 2 個で、活性化度は $2$ と $1$、出力ニューロンは 3 個です。
# 結合の重みの表 $W$ では、**行が前の層のニューロン、列が出力ニューロン**に対応します。形は `(2, 3)` です。
# バイアスは $b = (0, -1, 1)$ とします。
#
# $$W = \begin{pmatrix} 1 & 0 & -1 \\ 0 & 2 & 1 \end{pmatrix}$$
#
# | 出力ニューロン | スコア | $e^{\text{スコア}}$ | ソフトマックス |
# |---|---|---|---|
# | 0 | $2 \cdot 1 + 1 \cdot 0 + 0 = 2$ | 7.39 | $7.39 / 11.11 = 0.665$ |
# | 1 | $2 \cdot 0 + 1 \cdot 2 - 1 = 1$ | 2.72 | $2.72 / 11.11 = 0.245$ |
# | 2 | $2 \cdot (-1) + 1 \cdot 1 + 1 = 0$ | 1.00 | $1.00 / 11.11 = 0.090$ |
#
# 最も強く活性化したのは 0 番です。弱いニューロンの値も 0 にはなっていないことに注目してください。
# 実際の活性化度が、ちょうど 0 や 1 になることはめったにありません。
#
# 複数の入力をまとめたもの（**バッチ**）では、`hidden` の 1 行が 1 つの入力です。このときソフトマックスは
# **行ごと**に計算します。入力ごとに別々の活性化度があり、それぞれの合計が 1 になります。そのように計算する
# `softmax` を用意しました。（最初に最大のスコアを引いています。結果は変わりませんが、引かないと
# $e^{1000}$ のような、コンピュータで扱えない大きな数が現れます。）
#
# **課題 2**　出力ニューロンの活性化度を計算する `classify(hidden, W, b)` を書いてください。返すのは活性化度です。
# クラスを選ぶのは次の課題です。積には `@` を使いましょう。同じ 1 行が、1 つの入力にもバッチにも、
# ニューロンが何個でも使えます。


# %%
def softmax(scores):
    """
    en: Given: activations from scores, row by row; each row adds up to 1.
    en:
    en: scores: shape (classes,) or (n, classes).
    en: Returns activations in 0...1, of the same shape.
    ja: 用意済み: スコアから活性化度を行ごとに求めます。各行の合計は 1 です。
    ja:
    ja: scores: 形は (classes,) または (n, classes)。
    ja: 戻り値: 0 から 1 の活性化度。形は scores と同じです。
    """
    powers = np.exp(scores - np.max(scores, axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)


# %% task="classify"
def classify(hidden, W, b):
    """
    en: The last layer: activations of the output neurons.
    en:
    en: hidden: activations of the layer in front, shape (neurons,) or, for a batch, (n, neurons).
    en: W: weights, shape (neurons, classes). b: biases, shape (classes,).
    en: Returns activations in 0...1, shape (classes,) or (n, classes); each row adds up to 1.
    ja: 最終層: 出力ニューロンの活性化度を求めます。
    ja:
    ja: hidden: 前の層の活性化度。形は (neurons,)、バッチなら (n, neurons)。
    ja: W: 結合の重み。形は (neurons, classes)。b: バイアス。形は (classes,)。
    ja: 戻り値: 0 から 1 の活性化度。形は (classes,) または (n, classes)。各行の合計は 1 です。
    """
    # en: TODO 2: first the scores, then softmax.
    # ja: TODO 2: まずスコアを求め、次にソフトマックスに渡します。
    ### BEGIN SOLUTION
    return softmax(hidden @ W + b)
    ### END SOLUTION


# %% grade="classify"
# %% run
tiny_W = np.array([[1.0, 0.0, -1.0], [0.0, 2.0, 1.0]])
tiny_b = np.array([0.0, -1.0, 1.0])
print(classify(np.array([2.0, 1.0]), tiny_W, tiny_b))
# %% [markdown] lang="en"
# ## The strongest wins
#
# Ten activations, one answer: the class whose neuron has the **highest activation** is the result of
# the classification.
#
# ![Ten bars, one for each output neuron. Neuron 3 reaches 0.31, neuron 5 reaches 0.27 and neuron 8
# reaches 0.22; none reaches the dashed line at 0.5. Neuron 3 is the strongest, so the class is
# 3](picture:strongest_wins)
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
# %% [markdown] lang="ja"
# ## 最も強いものが選ばれる
#
# 活性化度は 10 個ありますが、答えは 1 つです。**活性化度が最も高い**ニューロンのクラスが、分類結果になります。
#
# ![10 個の出力ニューロンの棒グラフ。3 番は 0.31、5 番は 0.27、8 番は 0.22 で、0.5 の破線に届くものはない。
# 最も強いのは 3 番なので、分類結果は 3](picture:strongest_wins)
#
# 大切なことが 3 つあります。
#
# - 答えは、最大の活性化度がある**場所**（3）です。活性化度の値そのもの（0.31）ではありません。
# - *最大*かどうかが問題で、大きいかどうかではありません。図では 0.5 を超えるニューロンが 1 つもありませんが、
#   それでも答えは決まります。活性化度を四捨五入して 0 と 1 にすると、この例では 10 個とも 0 になってしまいます。
# - **同点**もありえます。その場合の決まりが必要です。このコースでは NumPy と同じく、最も強いもののうち
#   **最初**のもの、つまりクラスの番号が最も小さいものを選びます。
#
# バッチでは、活性化度の形は `(n, 10)` です。**行**ごとに答えが 1 つあり、全部で `n` 個のクラスになります。
# 1 行だけのバッチもバッチなので、クラスが 1 つ入った配列になります。
#
# **課題 3**　1 つの入力にもバッチにも使える `predict_class(activations)` を書いてください。


# %% task="predict_class"
def predict_class(activations):
    """
    en: The class whose neuron is the most active; the first one in a tie.
    en:
    en: activations: shape (classes,), or (n, classes) for a batch.
    en: Returns one class number, or n class numbers, shape (n,), for a batch.
    ja: 最も強く活性化したニューロンのクラスを返します。同点なら最初のものです。
    ja:
    ja: activations: 形は (classes,)、バッチなら (n, classes)。
    ja: 戻り値: クラスの番号 1 つ。バッチなら n 個で、形は (n,)。
    """
    # en: TODO 3: where is the largest activation? Look along the classes, the last axis.
    # ja: TODO 3: 最大の活性化度はどこにありますか。クラスの方向、つまり最後の軸に沿って探します。
    ### BEGIN SOLUTION
    return np.argmax(activations, axis=-1)
    ### END SOLUTION


# %% grade="predict_class"
# %% run
unsure = np.array([0.02, 0.01, 0.03, 0.31, 0.04, 0.27, 0.02, 0.05, 0.22, 0.03])
print("class:", predict_class(unsure))  # en
print("分類結果:", predict_class(unsure))  # ja
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## どれくらい正しいか：精度
#
# 正解のわかっている入力をたくさん分類して、数えてみます。正しく分類できたものの割合を**精度**（accuracy）と
# いい、**0**（すべて誤り）から **1**（すべて正解）までの数で表します。
#
# $$\text{精度} = \frac{\text{正しい答えの個数}}{\text{すべての答えの個数}}$$
#
# **手で計算してみましょう。** 正解が `3, 8, 8, 1`、答えが `3, 8, 3, 1` なら、1 番目、2 番目、4 番目が一致して
# いるので、精度は $3/4 = 0.75$ です。TensorFlow も、75 パーセントではなく 0.75 のように表示します。
#
# **課題 4**　`accuracy(truth, predicted)` を書いてください。


# %% task="accuracy"
def accuracy(truth, predicted):
    """
    en: The part of the answers that is right.
    en:
    en: truth, predicted: class numbers, shape (n,), n at least 1.
    en: Returns a number from 0 to 1.
    ja: 正しい答えの割合を返します。
    ja:
    ja: truth, predicted: 正解と、予測したクラスの番号。形は (n,)。n は 1 以上。
    ja: 戻り値: 0 から 1 の数。
    """
    # en: TODO 4: compare place by place, count, divide.
    # ja: TODO 4: 同じ場所どうしを比べ、数えて、割ります。
    ### BEGIN SOLUTION
    return np.mean(truth == predicted)
    ### END SOLUTION


# %% grade="accuracy"
# %% run
print(accuracy(np.array([3, 8, 8, 1]), np.array([3, 8, 3, 1])))
# %% [markdown] lang="en"
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
# ![A table of three rows, the truth, and three columns, the predicted class. Row 0: 1, 1, 0. Row 1: 0,
# 3, 0. Row 2: 1, 0, 0. The diagonal, the right answers, is framed](picture:confusion)
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
# %% [markdown] lang="ja"
# ## どれとどれを間違えるか：混同行列
#
# 1 つの数だけでは、わからないことがたくさんあります。精度 0.75 といっても、あちこちで少しずつ間違えるのか、
# 8 をいつも 3 と答えるのかはわかりません。それがわかるのが**混同行列**です。**行が正解のクラス、列が予測した
# クラス**の表で、分類した入力 1 つにつき、どこかのマスに 1 を足します。
#
# 3 クラスの例を、**手で数えてみましょう。**
#
# | 正解 | 0 | 0 | 1 | 1 | 1 | 2 |
# |---|---|---|---|---|---|---|
# | 予測 | 0 | 1 | 1 | 1 | 1 | 0 |
#
# ![3 行（正解）と 3 列（予測）の表。0 行目は 1, 1, 0、1 行目は 0, 3, 0、2 行目は 1, 0, 0。
# 正しい答えの並ぶ対角線を枠で囲んである](picture:confusion)
#
# 正解が 1 で予測も 1 のものは 3 つなので、1 行 1 列のマスは 3 です。2 を 0 と答えたものが 1 つあり、
# **2** 行 **0** 列に入ります。表の読み方は次のとおりです。
#
# - **対角線**には正しい答えが並びます。$(1 + 3 + 0) / 6$ が精度です。
# - **行**の合計は、そのクラスが実際にいくつあったか、**列**の合計は、そう答えたものがいくつあったかです。
# - 一度も現れないクラスの行と列も、0 のまま残します。
#
# **課題 5**　`confusion_matrix(truth, predicted, classes=10)` を書いてください。NumPy では注意が必要です。
# `matrix[truth, predicted] += 1` は正しそうに見えますが、同じ組が何度現れても 1 回しか数えません。


# %% task="confusion_matrix"
def confusion_matrix(truth, predicted, classes=10):
    """
    en: Counts how often each true class was given each answer.
    en:
    en: truth, predicted: class numbers from 0 to classes - 1, shape (n,).
    en: Returns counts, shape (classes, classes): row = truth, column = predicted.
    ja: 正解のクラスごとに、どのクラスと答えたかを数えます。
    ja:
    ja: truth, predicted: 0 から classes - 1 までのクラスの番号。形は (n,)。
    ja: 戻り値: 個数の表。形は (classes, classes)。行が正解、列が予測です。
    """
    # en: TODO 5: start with a table of zeros; every pair (truth, predicted) adds 1 to its cell.
    # ja: TODO 5: 0 の表から始めます。(正解, 予測) の組 1 つごとに、そのマスへ 1 を足します。
    ### BEGIN SOLUTION
    matrix = np.zeros((classes, classes), dtype=int)
    for row, column in zip(truth, predicted, strict=True):
        matrix[row, column] += 1
    return matrix
    ### END SOLUTION


# %% grade="confusion_matrix"
# %% run
print(confusion_matrix(np.array([0, 0, 1, 1, 1, 2]), np.array([0, 1, 1, 1, 1, 0]), classes=3))
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# ## 全部つなげて、本物の手書き文字で
#
# ここまでに作った関数で、もう本物の画像を分類できます。次のセルでは、MNIST の手書き数字（6 章でくわしく
# 見ます）を、結合の重みが*乱数*の 128 個のニューロンに通し、それから**あなたの**最終層に通します。最終層の
# 重みは、8 章のように少しずつ学習したものではなく、平均から決めたものです。$k$ 番のニューロンは、数字 $k$ の
# ときの 128 個のニューロンの*平均的な*活性化度に反応します。どれくらいうまくいくかは、あなたの
# `predict_class`, `accuracy`, `confusion_matrix` が教えてくれます。平均の計算に使っていない 10000 枚の画像で
# 試します。
#
# 動かす前に考えてみてください。でたらめに答えたら、精度はいくつになりますか。間違えやすそうなのは、
# どの数字とどの数字ですか。


# %%
def random_layer(images, seed=0):
    """
    en: Given: activations of 128 neurons (ReLU) with random weights.
    en:
    en: images: pixel values 0...255, shape (n, 28, 28, 1). Returns shape (n, 128).
    ja: 用意済み: 結合の重みが乱数の、128 個のニューロン (ReLU) の活性化度です。
    ja:
    ja: images: 0 から 255 の画素値。形は (n, 28, 28, 1)。戻り値の形は (n, 128)。
    """
    weights = np.random.default_rng(seed).normal(size=(784, 128)) / 28
    return np.maximum(images.reshape(len(images), 784) / 255 @ weights, 0)


# %% run
from autograder.course import mnist

x_train, y_train, x_test, y_test = mnist.arrays()
hidden_train = random_layer(x_train)
averages = np.stack([hidden_train[y_train == digit].mean(axis=0) for digit in range(10)])
W = 10 * averages.T
b = -5 * np.sum(averages**2, axis=1)

activations = classify(random_layer(x_test), W, b)
answers = predict_class(activations)
print("activations of the first image:", np.round(activations[0], 2))  # en
print("最初の画像の活性化度:", np.round(activations[0], 2))  # ja
print("classified as", answers[0], "- truth:", y_test[0])  # en
print("分類結果:", answers[0], "正解:", y_test[0])  # ja
print("accuracy:", accuracy(y_test, answers))  # en
print("精度:", accuracy(y_test, answers))  # ja
print(confusion_matrix(y_test, answers))
# %% [markdown] lang="en"
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
# %% [markdown] lang="ja"
# でたらめなら 10 回に 1 回しか当たらないところ、4 回に 3 回ほど正解しました。平均だけを使ったにしては、
# なかなかの結果です。残った問題は混同行列に表れています。4 と 9 はよく間違えられ、5 は 0 とされがちです。
# このニューラルネットワークは、まだ誰も訓練していません。学習で結合の重みを調整すれば、同じ 128 個 → 10 個の
# 層で、精度は 0.97 以上になります。
#
# ### この章のまとめ
#
# - 10 種類に分類するなら、出力ニューロンは 10 個です。**最も強く**活性化したものが答えになります。
# - 最終層の計算は、重み付き和とバイアス、そして**ソフトマックス**です。活性化度は 0 から 1 で、合計は 1 です。
# - **精度**は 0 から 1 の数です。どんな間違いがあるかは、**混同行列**（行が正解、列が予測）でわかります。
