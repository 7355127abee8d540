"""4. ニューラルネットワークでの学習

TODO の部分を書いてください。確認するには: kata check 04
このファイルを実行すると、書いた関数を試せます: python playground.py
"""

# %% [markdown]
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

# %% [markdown]
# ## まず遊んでみる
#
# 下のセルを実行して、**再生**を押してください。左がネットワークに入る**特徴**、
# 中央が隠れ層、右が出力です。小さな正方形 1 つがニューロン 1 個で、その出力が高いところを青、
# 低いところをオレンジで描いています。線は結合です。重みが正なら青、負ならオレンジで、
# 重みの絶対値が大きいほど太くなります。
#
# （図：円のデータで 150 エポック学習した後のプレイグラウンド。左に特徴 x1 と x2、次に 4 個と 2 個の隠れ層の
# ニューロンがあり、それぞれの図には斜めの境目が見える。出力の図では、中央の青い点のまわりが青くなっている）
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

# %%
if __name__ == "__main__":
    from autograder.playground import Playground

    Playground(lang="ja")

# %% [markdown]
# ## データ
#
# プレイグラウンドには、500 個の点 $(x_1, x_2)$ からなるデータが 4 種類あります。どの点にも、
# 1（青）か 0（オレンジ）の**ラベル**が付いています。`noise`（ノイズ、0 から 0.5 まで）を大きくすると、
# 点の位置がずれたり、違うラベルが付いたりして、難しくなります。
#
# （図：4 種類のデータ。円は、オレンジの輪の中に青い円。XOR は、市松模様の 4 つの正方形。ガウスは 2 つの点の集まり。
# らせんは、互いに巻きついた 2 本の腕）
#
# 下の 4 つの関数で、データを作れます。用意してあるので、書くことはありません。`points` の形は `(n, 2)` で、
# 1 行が 1 つの点です。`labels` の形は `(n,)` です。点の順序は混ぜてあります。


# %%
def mixed(rng, points, labels):
    """
    順序を混ぜた点とラベル。
    """
    order = rng.permutation(len(points))
    return points[order], labels[order].astype("int64")


def make_circle(n=500, noise=0.0, seed=0):
    """
    円の中（中心からの距離 0 〜 2.5）がラベル 1、輪（3.5 〜 5）がラベル 0。
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
    x1 と x2 の符号が同じならラベル 1。軸の両側に 0.3 のすき間があります。
    """
    rng = np.random.default_rng(seed)
    points = rng.uniform(-5, 5, (n, 2))
    points += np.where(points > 0, 0.3, -0.3)
    moved = points + rng.uniform(-5, 5, (n, 2)) * noise
    return mixed(rng, points, moved[:, 0] * moved[:, 1] >= 0)


def make_gauss(n=500, noise=0.0, seed=0):
    """
    2 つの点の集まり。(2, 2) のまわりがラベル 1、(-2, -2) のまわりがラベル 0。
    """
    rng = np.random.default_rng(seed)
    half = n // 2
    labels = np.concatenate([np.ones(half), np.zeros(n - half)])
    centres = np.where(labels == 1, 2.0, -2.0)
    points = centres[:, None] + rng.normal(0, np.sqrt(0.5 + 7 * noise), (n, 2))
    return mixed(rng, points, labels)


def make_spiral(n=500, noise=0.0, seed=0):
    """
    らせんの 2 本の腕。腕ごとにラベルが違います。
    """
    rng = np.random.default_rng(seed)
    half = n // 2
    labels = np.concatenate([np.ones(half), np.zeros(n - half)])
    along = np.concatenate([np.arange(half) / half, np.arange(n - half) / (n - half)])
    angle = 1.75 * along * 2 * np.pi + np.where(labels == 1, 0.0, np.pi)
    points = 5 * along[:, None] * np.column_stack([np.sin(angle), np.cos(angle)])
    return mixed(rng, points + rng.uniform(-1, 1, (n, 2)) * noise, labels)


# %%
if __name__ == "__main__":
    points, labels = make_circle()
    print(points.shape, labels.shape, points[0].round(2), labels[0])
    plt.scatter(points[:, 0], points[:, 1], c=labels, cmap="RdYlBu", edgecolors="white")
    plt.gca().set_aspect("equal")
    plt.show()

# %% [markdown]
# ## 課題 1：特徴
#
# ニューロン 1 個は入力の重み付き和を計算するので、その境界は直線です（第 2 章）。
# 円と輪を分けられる直線はありません。しかし、ネットワークに入れる数は $x_1$ と $x_2$
# そのものでなくてもかまいません。**前処理**で、そこから新しい数、つまり**特徴**を計算します。
# 特徴ごとに、活性化する場所が違います。$x_1$ は右側で、$-x_1^2 - x_2^2$ は中央の近くで、
# $x_1 x_2$ は 2 つの角で大きくなります。
#
# （図：7 つの特徴の図。x1 は右へ、x2 は上へ行くほど大きい。2 乗は向かい合う 2 辺で大きい。
# 積は向かい合う 2 つの角で大きい。サインは縞模様になる）
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


# %%
def features(points, names):
    """
    名前で指定した特徴を、1 列に 1 つずつ並べたもの。

    points: 形 (n, 2)、1 行が 1 つの点
    names: "x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)" のうちいくつかのリスト
    戻り値: 形 (n, len(names)) の配列
    """
    # TODO 1: 特徴を計算し、names にあるものを横に並べます。
    raise NotImplementedError("TODO 1")


# %%
if __name__ == "__main__":
    print(features(np.array([[2.0, -3.0], [1.0, 0.5]]), ["x1^2", "x2^2", "x1*x2"]))

# %% [markdown]
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


# %%
def build_net(n_features, hidden):
    """
    指定した隠れ層（tanh）と、出力のニューロン 1 個（シグモイド）を持つネットワーク。

    n_features: 入る数の個数、hidden: 隠れ層ごとのニューロンの個数（例えば [4, 2]）
    戻り値: Keras のモデル。入力は特徴 (n, n_features)、出力は (n, 1) です。
    """
    # TODO 2: 入力、hidden の数ごとに Dense 層を 1 つ、最後に出力層を並べます。
    raise NotImplementedError("TODO 2")


# %%
if __name__ == "__main__":
    print("TensorFlow", tf.__version__)
    build_net(2, [4, 2]).summary()

# %% [markdown]
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
# （図：学習の繰り返しの図。点を入れると、ネットワークが答える。答えをラベルと比べると損失が分かる。
# 損失が小さくなるように、すべての重みを少しずつ動かす。これを繰り返す）
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


# %%
def train(model, x, y, epochs):
    """
    モデルを、指定したエポック数だけ学習させます。

    x: 特徴、形 (n, d)。y: 0 か 1 のラベル、形 (n,)
    戻り値: 履歴（エポックごとの損失が入っています）
    """
    # TODO 3: 表の設定で compile し、次に fit します。
    raise NotImplementedError("TODO 3")


# %% [markdown]
# ニューロン 1 個に 2 つの点の集まりを学習させて、重みを前と後で比べましょう。
# 学習で変わるのは、この重み（とバイアス）だけです。損失は、エポックを重ねるごとに下がります。

# %%
if __name__ == "__main__":
    points, labels = make_gauss()
    neuron = build_net(2, [])
    before = neuron.get_weights()
    history = train(neuron, features(points, ["x1", "x2"]), labels, epochs=10)
    after = neuron.get_weights()
    print("重み（前）:", before[0].ravel().round(2), "バイアス:", before[1].round(2))
    print("重み（後）:", after[0].ravel().round(2), "バイアス:", after[1].round(2))
    print("loss:", [round(value, 3) for value in history.history["loss"]])

# %% [markdown]
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


# %%
def accuracy_on(model, x, y):
    """
    モデルがクラスを正しく当てた点の割合（0 から 1）。

    x: 特徴、形 (n, d)。y: 0 か 1 のラベル、形 (n,)。戻り値は 1 つの数です。
    """
    # TODO 4: 0.5 より大きい出力をクラス 1 とし、y と比べて、一致した割合を求めます。
    raise NotImplementedError("TODO 4")


def experiment(points, labels, names, hidden, epochs):
    """
    点の前半で新しいネットワークを学習させ、前半と後半のそれぞれで確かめます。

    names: 使う特徴、hidden: 隠れ層ごとのニューロンの個数
    戻り値: (モデル, 前半での精度, 後半での精度)
    """
    # TODO 4: 特徴、ネットワーク、前半での学習、両方の精度、の順に書きます。
    raise NotImplementedError("TODO 4")


# %% [markdown]
# まず、円のデータを、座標そのものとニューロン 1 個で学習させ、次に隠れ層を加えます。
# 最後に、意地の悪い例です。40 個の点に、まったくでたらめなラベルを付けます。
# 丸暗記する以外に学べることはありません。そのことは、2 つの精度のどちらで分かるでしょうか。

# %%
if __name__ == "__main__":
    points, labels = make_circle()
    for hidden in ([], [4]):
        model, seen, fresh = experiment(points, labels, ["x1", "x2"], hidden, epochs=25)
        print(hidden, "前半:", round(seen, 3), "後半:", round(fresh, 3))
    chance = np.random.default_rng(1).integers(0, 2, 40)
    _, seen, fresh = experiment(points[:40], chance, ["x1", "x2"], [8, 8], epochs=150)
    print("でたらめ 前半:", round(seen, 3), "後半:", round(fresh, 3))

# %% [markdown]
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


# %%
def decision_map(model, names, size):
    """
    -6 から 6 までの正方形の各点での、モデルの出力。

    names: モデルに入れる特徴、size: 縦と横それぞれの点の個数
    戻り値: 形 (size, size) の配列。行 0 は x2 = -6、列 0 は x1 = -6 です。
    """
    # TODO 5: 正方形の点をすべて並べ、特徴を作り、出力を求め、正方形に戻します。
    raise NotImplementedError("TODO 5")


def draw_map(model, names, points, labels):
    """
    モデルの図を描き、その上に点を重ねます。

    names: モデルに入れる特徴、points: 形 (n, 2)、labels: 形 (n,)
    """
    # TODO 5: 行 0 を下にした図、点、軸の名前を描きます。
    raise NotImplementedError("TODO 5")


# %%
if __name__ == "__main__":
    points, labels = make_circle()
    model, _, _ = experiment(points, labels, ["x1", "x2"], [4], epochs=25)
    draw_map(model, ["x1", "x2"], points, labels)
    plt.show()

# %% [markdown]
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

# %%
# TODO 6: 4 か所の None をリストに書き換えてください。

# 特徴 2 つ、ニューロン 1 個
CIRCLE_FEATURES = None

# 特徴 1 つ、ニューロン 1 個
XOR_FEATURES = None

# 好きな特徴と、隠れ層ごとのニューロンの個数（全部で 20 個まで）
SPIRAL_FEATURES = None
SPIRAL_HIDDEN = None

# %%
if __name__ == "__main__":
    points, labels = make_spiral()
    model, seen, fresh = experiment(points, labels, SPIRAL_FEATURES, SPIRAL_HIDDEN, epochs=60)
    print("前半:", round(seen, 3), "後半:", round(fresh, 3))
    draw_map(model, SPIRAL_FEATURES, points, labels)
    plt.show()

# %% [markdown]
# ## まとめ
#
# - データは入力から出力の方向へ進みます。学習で変わるのは、**結合の重み**（とバイアス）だけです。
# - よい特徴があれば、問題は易しくなります。2 乗を入力すれば、円はニューロン 1 個で分けられます。
#   隠れ層は、そのような特徴を**自分で**見つけます。それが「深層」学習の意味です。
# - 層を増やすだけでは役に立ちません。活性化関数がなければ、境界は直線のままです。
# - 本当に学べたかどうかは、新しい点でしか分かりません。第 8 章では、これを曲線で見ます。
