"""9. ニューラルネットワークの利用の流れ

TODO の部分を書いてください。確認するには: kata check 09
このファイルを実行すると、書いた関数を試せます: python experiments.py
"""

# %% [markdown]
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
# （図：全体の流れを表す 6 つの箱。画像を読み込む、0 から 1 にする、ネットワークを作る、学習する、予測する、
# 見たことのない画像で精度を測る。最後の箱から「作る」へ矢印が戻り、1 つだけ変えて比べる、とある）

# %%
import matplotlib.pyplot as plt
import numpy as np
from tensorflow import keras

# %% [markdown]
# ## 用意してある関数
#
# `build_model(hidden_units)` は、第 7 章のネットワークを作り、第 8 章と同じようにコンパイルします。
# 変更する必要はありません。（`steps_per_execution` は時間を節約するためのもので、結果は変わりません。）


# %%
def build_model(hidden_units):
    """
    第 7 章のネットワーク (隠れ層のユニット数は hidden_units) を、第 8 章と同じようにコンパイルして返す。
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
# 画像は、第 6 章と同じように TensorFlow Datasets から読み込み、画素値 0〜255 を 0〜1 にします。
# `train` の 60,000 枚は、学習に使う訓練データです。`test` の 10,000 枚は検証データで、
# ネットワークがこれを使って学習することはありません。


# %%
def load_images():
    """
    訓練データと検証データ。2 つの組 (images, labels)、画素値は 0 から 1。
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


# %%
def predict_labels(model, images):
    """
    それぞれの画像をモデルが分類した数字。

    images: float32、形 (n, 28, 28, 1)、値は 0 から 1
    戻り値: 0 から 9 の整数、形 (n,)
    """
    # TODO 1: predict で活性化度を求め、各行で最大の値がある場所を返します。
    raise NotImplementedError("TODO 1")


# %% [markdown]
# ## 課題 2：見たことのない画像での精度
#
# **精度**は、正しく分類した画像の割合で、0 から 1 の数です。分類結果が 2, 0, 4, 8 で、正解が 2, 0, 9, 8 なら、
# 4 枚のうち 3 枚が一致しているので、精度は 0.75 です。
#
# 関数 `accuracy_on(model, images, labels)` を書いてください。この値の意味は、どの画像を渡すかで決まります。
# 訓練データの画像なら、どれだけ覚えているかがわかります。見たことのない画像なら、どれだけ役に立つかがわかります。


# %%
def accuracy_on(model, images, labels):
    """
    分類結果が正解と一致した画像の割合。

    images: float32、形 (n, 28, 28, 1)。labels: 整数、形 (n,)
    戻り値: 0 から 1 の数
    """
    # TODO 2: 分類結果と正解のラベルを比べます。
    raise NotImplementedError("TODO 2")


# %%
if __name__ == "__main__":
    # 全体の流れを一度通します。短くするため、3 エポックだけ学習します。
    model = build_model(64)
    model.fit(*train, epochs=3, validation_data=validation, verbose=2)
    print(predict_labels(model, validation[0]))
    print(accuracy_on(model, *train), accuracy_on(model, *validation))

# %% [markdown]
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
# （図：エポック数とユニット数の表。基準は 64 ユニット、20 エポック。実験 1 は右へ、50 エポックに進む。実験 2 は上へ、
# 1000 ユニットに進む。50 エポックで 1000 ユニットへの斜めの矢印には × がついている（条件を 2 つ変えている））
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

# %%
# TODO 3: 20 → 50 エポック (1)、64 → 1000 ユニット (2) で、どうなると予想しますか。
PREDICTION_1 = PREDICTION_2 = None

# %% [markdown]
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


# %%
def run_experiment(hidden_units, epochs, seed, train, validation):
    """
    新しいネットワークを 1 つ学習させ、表の 1 行を返す。

    train, validation: 組 (images, labels)
    戻り値: hidden_units, epochs, seed, loss, accuracy, val_loss, val_accuracy を持つ dict
    """
    # TODO 4: シードの設定、新しいネットワーク、検証データつきの fit、各リストの最後の値。
    raise NotImplementedError("TODO 4")


# %%
if __name__ == "__main__":
    # 小さな実行で試します。画像 1000 枚、2 エポックです。
    small = train[0][:1000], train[1][:1000]
    print(run_experiment(64, 2, 1, small, validation))

# %% [markdown]
# ## 課題 5：表
#
# 実験の計画を立てます。**設定**は、組 `(hidden_units, epochs)` です。基準は `(64, 20)` です。実験 1 と実験 2
# の設定と、`SEEDS`（3 つ以上の、互いに異なる整数。どんな数でもかまいません）を書いてください。次に、関数
# `experiment_table(settings, seeds, train, validation)` を書いてください。
# **すべての設定を、すべてのシードで**実行し、全部の行を 1 つのリストにして返します。設定が 2 つ、シードが 3 つなら、
# 6 行になります。
#
# どの設定でも、同じシードを使います。そうしないと、違いがシードのために出たのかもしれなくなるからです。


# %%
BASELINE = (64, 20)
# TODO 5: 2 つの実験の設定、シード、表。
EXPERIMENT_1 = EXPERIMENT_2 = SEEDS = None


def experiment_table(settings, seeds, train, validation):
    """
    すべての設定とすべてのシードの組み合わせについて、1 行ずつ。

    settings: 組 (hidden_units, epochs) の並び。seeds: 整数の並び
    戻り値: run_experiment が返す行のリスト
    """
    raise NotImplementedError("TODO 5")


# %% [markdown]
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
    行をファイルに書く (1 行ずつ)。
    """
    with open(path, "w", encoding="utf-8") as file:
        print(*COLUMNS, sep=",", file=file)
        for row in rows:
            print(*(row[name] for name in COLUMNS), sep=",", file=file)


def load_table(path="experiments.csv"):
    """
    ファイルの行のリスト。ファイルがなければ、空のリスト。
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


# %%
def summarise(rows):
    """
    設定ごとの、検証データでの精度の平均とばらつき。

    戻り値: hidden_units, epochs, runs, mean, lowest, highest を持つ dict のリスト
    """
    # TODO 6: 設定ごとに検証データでの精度を集め、それぞれについて dict を 1 つ作ります。
    raise NotImplementedError("TODO 6")


# %%
if __name__ == "__main__":
    for line in summarise(load_table()):
        print(line)

# %% [markdown]
# ## 課題 7：結論を出す
#
# 上の例では、平均が 0.92 から 0.94 に上がりました。2 番目の設定のほうがよいのでしょうか。
# 2 番目の設定の最小 0.93 は、1 番目の設定の最大 0.94 より低い値です。シードが違えば、逆の結果になったかもしれません。
# そこで、**ばらつきの範囲が重ならない**ときだけ、違いがあると言うことにします。つまり、
# 一方の*すべて*の実行が、もう一方の*すべて*の実行を上回るときです。
#
# （図：左は、2 つの設定の点の高さが重なっている。はっきりした違いはない。右は、2 番目の設定の点がすべて、1 番目の設定の点より上にある。
# よくなった）
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


# %%
def conclude(rows, before, after):
    """
    ある設定から別の設定への変更について、検証データでの精度から言えること。

    before, after: 設定 (hidden_units, epochs)
    戻り値: "better", "worse", "no clear difference", "not comparable" のどれか
    """
    # TODO 7: そもそも比べられますか。比べられるなら、ばらつきの範囲は重なっていますか。
    raise NotImplementedError("TODO 7")


# 自分の表からわかること。次のセルで、conclude の結果を表示できます。
CONCLUSION_1 = CONCLUSION_2 = None


# %%
if __name__ == "__main__":
    print(conclude(load_table(), BASELINE, EXPERIMENT_1), "- predicted:", PREDICTION_1)
    print(conclude(load_table(), BASELINE, EXPERIMENT_2), "- predicted:", PREDICTION_2)

# %% [markdown]
# ## 課題 8：グラフ
#
# ばらつきの見えるグラフは、信頼できます。関数 `plot_experiments(rows)` を書いてください。
# 設定ごとに、検証データでの精度の平均**と**ばらつき（最小から最大まで、またはすべての実行を点で表したもの）を描き、
# 精度の軸にラベルをつけて、図（Figure）を返します。`plt.errorbar` を使う方法があります。
# 平均から下と上への棒の長さを、`yerr=[below, above]` として渡します。


# %%
def plot_experiments(rows):
    """
    設定ごとに、検証データでの精度の平均とばらつきを描き、Figure を返す。
    """
    # TODO 8: 設定ごとに x 軸の場所を 1 つ決め、その上に平均とばらつきを描き、ラベルをつけます。
    raise NotImplementedError("TODO 8")


# %%
if __name__ == "__main__":
    plot_experiments(load_table())
    plt.show()

# %% [markdown]
# ## ふりかえり（2 点、先生が採点します）
#
# このコースのもとになったスライドでは、学習の最後に、64 ユニット、50 エポックで精度 0.9988、1000 ユニット、
# 50 エポックで精度 0.9997 と表示されています。友人が、「増やせば増やすほどよいんだね。みんな、1000 ユニット、
# 50 エポックにすればいいんだ」と言いました。1000 ユニットのネットワークのパラメータ数は、50,890 ではなく 795,010 です。
# 計算にも長い時間がかかりました。
#
# 友人への答えを、5〜8 文で書いてください。この 2 つの数はどの精度で、それはなぜ大事なのか。エポック数とユニット数について、
# 自分の表から何が言えるか（数値とばらつきを示し、予想とも比べてください）。そして、どんな人に何を勧めるか。

# %%
REFLECTION_EXPERIMENTS = """
（ここに答えを書いてください。）
"""
