"""Public checks of 04_playground: small cases that can be worked by hand."""

import numpy as np
import pytest

from autograder.grading import History, Model, as_array, kind_of, require, wrong

NAMES = ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"]
CLOUDS = np.array([[2.0, 1.5], [-2.0, -1.0], [1.0, 2.5], [-1.5, -2.5], [3.0, 2.0], [-2.5, -2.0]])
COLOURS = np.array([1, 0, 1, 0, 1, 0])


def net(submission, n_features, hidden):
    """What build_net returns, once it is known to be a model that is built."""
    asked = f"build_net({n_features}, {hidden})"
    model = submission.call("build_net", n_features, hidden)
    if not isinstance(model, Model):
        wrong(
            en=f"{asked} should return a Keras model, but {kind_of(model)} came. Does it end with "
            "`return model`?",
            ja=f"{asked} は Keras のモデルを返すはずですが、{kind_of(model)} が返りました。"
            "最後に `return model` はありますか。",
        )
    require(
        model.built,
        en=f"The model of {asked} does not know yet how many numbers come in. Say so at the "
        "beginning, with keras.Input.",
        ja=f"{asked} のモデルでは、入力の個数が決まっていません。最初に keras.Input "
        "で指定しましょう。",
    )
    return model


@pytest.mark.points(1, task="features")
def test_features_by_hand(submission):
    """The seven features of the point (2, −3), as in the table of the text.

    点 (2, −3) の 7 つの特徴を、本文の表のとおりに計算します。
    """
    point = np.array([[2.0, -3.0]])
    wanted = [2.0, -3.0, 4.0, 9.0, -6.0, np.sin(2.0), np.sin(-3.0)]
    for names, want in ((NAMES, wanted), (["x1^2"], [4.0])):
        asked = f"features([[2, -3]], {names})"
        got = as_array(submission.call("features", point, names), name=asked)
        shape = (1, len(names))
        if got.shape != shape:
            wrong(
                en=f"{asked} should have shape {shape}, one row for each point and one column for "
                f"each name, but its shape is {got.shape}.",
                ja=f"{asked} の形は {shape}（点ごとに 1 行、名前ごとに 1 列）のはずですが、"
                f"{got.shape} でした。",
            )
        for name, value, right in zip(names, got[0].tolist(), want, strict=True):
            if name.startswith("sin") and np.isclose(
                value, np.sin(np.radians(2.0 if name == "sin(x1)" else -3.0)), atol=1e-4
            ):
                wrong(
                    en=f"{name} of the point (2, -3) should be {right:.3f}, but {value:.3f} came: "
                    "the sine of an angle in degrees. np.sin takes radians, so nothing has to be "
                    "converted.",
                    ja=f"点 (2, -3) の {name} は {right:.3f} のはずですが、{value:.3f} でした。"
                    "角度を度で考えたときの値です。np.sin の単位はラジアンなので、"
                    "換算はいりません。",
                )
            if name == "x2^2" and np.isclose(value, -6.0):
                wrong(
                    en=f"{name} of the point (2, -3) should be {right:g}, but {value:g} came: that "
                    "is doubled, not squared.",
                    ja=f"点 (2, -3) の {name} は {right:g} のはずですが、{value:g} でした。"
                    "2 乗ではなく 2 倍になっています。",
                )
            require(
                np.isclose(value, right, atol=1e-4),
                en=f"{name} of the point (2, -3) should be {right:.4g}, but {value:.4g} came. "
                "Compare with the table: x1 is 2 and x2 is -3.",
                ja=f"点 (2, -3) の {name} は {right:.4g} のはずですが、{value:.4g} でした。"
                "x1 は 2、x2 は -3 です。本文の表と比べましょう。",
            )


@pytest.mark.points(0.5, task="net")
def test_small_net_by_hand(submission):
    """Two features, hidden layers of 4 and 2: the network 2-4-2-1, with a sigmoid at the end.

    特徴 2 つ、隠れ層 4 個と 2 個なら、ネットワークは 2-4-2-1 で、最後はシグモイドです。
    """
    asked = "build_net(2, [4, 2])"
    model = net(submission, 2, [4, 2])
    require(
        model.input_shape == (None, 2),
        en=f"{asked} should take 2 features, but its input has the shape {model.input_shape}.",
        ja=f"{asked} の入力は 2 つの特徴のはずですが、入力の形は {model.input_shape} です。",
    )
    require(
        model.output_shape == (None, 1),
        en=f"{asked} should have one output neuron, output shape (None, 1), but its output has the "
        f"shape {model.output_shape}. Does the output layer come after the hidden ones?",
        ja=f"{asked} の出力のニューロンは 1 個（出力の形は (None, 1)）のはずですが、"
        f"{model.output_shape} でした。隠れ層の後に出力層がありますか。",
    )
    last = model.dense[-1].activation if model.dense else "none"
    if last == "softmax":
        wrong(
            en="The output neuron uses softmax. A share of one is always 1, so this network says "
            "'blue' everywhere. Use the sigmoid.",
            ja="出力のニューロンがソフトマックスです。1 個だけの割合はいつも 1 なので、"
            "どこでも「青」と答えてしまいます。シグモイドを使いましょう。",
        )
    require(
        last == "sigmoid",
        en="The output neuron should use the sigmoid, so that its output lies between 0 and 1 and "
        f"0.5 is the border. Here it is {last}.",
        ja="出力のニューロンにはシグモイドを使います。出力が 0 から 1 の間になり、0.5 が境界に"
        f"なるからです。今は {last} です。",
    )
    require(
        model.parameters == 25,
        en=f"{asked} should have 25 parameters: (2 + 1) × 4 + (4 + 1) × 2 + (2 + 1) × 1. It has "
        f"{model.parameters}. Its Dense layers have {[d.units for d in model.dense]} neurons.",
        ja=f"{asked} のパラメータは (2 + 1) × 4 + (4 + 1) × 2 + (2 + 1) × 1 = 25 個のはず"
        f"ですが、{model.parameters} 個です。Dense 層のニューロンは "
        f"{[d.units for d in model.dense]} 個になっています。",
    )


@pytest.mark.points(0.5, task="train", needs="test_small_net_by_hand")
def test_loss_falls(submission):
    """Five epochs give a history of five losses, and the last is smaller than the first.

    5 エポック学習すると、履歴に損失が 5 つ入り、最後は最初より小さくなります。
    """
    model = net(submission, 2, [])
    x, y = np.tile(CLOUDS, (5, 1)), np.tile(COLOURS, 5)
    history = submission.call("train", model, x, y, 5)
    if history is None:
        wrong(
            en="train gave nothing back (None). Return the history, which is what fit returns.",
            ja="train の結果がありません (None)。fit の戻り値である履歴を return で返しましょう。",
        )
    if not isinstance(history, History):
        wrong(
            en=f"train should return the history, which is what fit returns, but {kind_of(history)}"
            " came.",
            ja=f"train は履歴（fit の戻り値）を返すはずですが、{kind_of(history)} が返りました。",
        )
    losses = history.history.get("loss", [])
    require(
        len(losses) == 5,
        en=f"train(model, x, y, 5) should learn for 5 epochs, but the history has {len(losses)}. "
        "Hand the argument epochs on to fit.",
        ja=f"train(model, x, y, 5) は 5 エポック学習するはずですが、履歴には {len(losses)} "
        "エポック分あります。引数 epochs を fit に渡しましょう。",
    )
    require(
        losses[-1] < losses[0],
        en=f"The loss should fall while the network learns, but it went from {losses[0]:.4g} to "
        f"{losses[-1]:.4g}. Compare optimizer, learning rate and loss with the table.",
        ja=f"学習すると損失は下がるはずですが、{losses[0]:.4g} から {losses[-1]:.4g} "
        "になりました。最適化の方法、学習率、損失を本文の表と比べましょう。",
    )


@pytest.mark.points(0.5, task="fresh", needs="test_small_net_by_hand")
def test_accuracy_is_the_share_that_is_right(submission):
    """Six of eight points right: the accuracy is 0.75.

    8 個中 6 個が正解なら、精度は 0.75 です。
    """
    model = net(submission, 2, [3])
    # Five points of class 1 and three of class 0, so that the usual mistakes give other shares.
    many = np.random.default_rng(4).uniform(-6, 6, (200, 2))
    high = model.predict(many)[:, 0] > 0.5
    x = np.concatenate([many[high][:5], many[~high][:3]])
    x = x if len(x) == 8 else many[:8]
    outputs = model.predict(x)[:, 0]
    labels = (outputs > 0.5).astype(int)
    labels[:2] = 1 - labels[:2]
    asked = "accuracy_on, for 8 points of which the model gets 6 right,"
    got = as_array(submission.call("accuracy_on", model, x, labels), name="accuracy_on(...)")
    require(
        got.shape == (),
        en=f"{asked} should give one number, but the shape {got.shape} came. Take the mean.",
        ja=f"8 個中 6 個が正解のとき、accuracy_on は 1 つの数を返すはずですが、形が {got.shape} "
        "の配列が返りました。平均を求めましょう。",
    )
    value = got.item()
    if np.isclose(value, 0.75):
        return
    if np.isclose(value, 75):
        wrong(
            en=f"{asked} should give 0.75, but 75 came: a share runs from 0 to 1, not to 100.",
            ja="8 個中 6 個が正解のとき、accuracy_on は 0.75 を返すはずですが、75 が返りました。"
            "百分率ではなく、0 から 1 までの割合にします。",
        )
    every_pair = np.mean((outputs[:, None] > 0.5) == labels)
    if np.isclose(value, every_pair, atol=1e-4):
        wrong(
            en=f"{asked} should give 0.75, but {value:.3g} came: every output was compared with "
            "every label. The outputs have shape (n, 1), the labels (n,): bring both to the same "
            "shape first.",
            ja=f"8 個中 6 個が正解のとき、accuracy_on は 0.75 を返すはずですが、{value:.3g} "
            "が返りました。すべての出力をすべてのラベルと比べています。出力の形は (n, 1)、"
            "ラベルの形は (n,) です。まず同じ形にそろえましょう。",
        )
    if np.isclose(value, np.mean(labels == 0)):
        wrong(
            en=f"{asked} should give 0.75, but {value:.3g} came: as if the model always said 0. "
            "argmax finds the strongest of several outputs, but here there is only one: compare it "
            "with 0.5.",
            ja=f"8 個中 6 個が正解のとき、accuracy_on は 0.75 を返すはずですが、{value:.3g} "
            "が返りました。いつも 0 と答えたことになっています。argmax は複数の出力から最も強いものを"
            "選びますが、出力は 1 つしかないので、0.5 と比べましょう。",
        )
    wrong(
        en=f"{asked} should give 0.75, but {value:.3g} came. An output above 0.5 means class 1, "
        "otherwise class 0; then count how many agree with the labels.",
        ja=f"8 個中 6 個が正解のとき、accuracy_on は 0.75 を返すはずですが、{value:.3g} "
        "が返りました。出力が 0.5 より大きければクラス 1、そうでなければクラス 0 とし、"
        "ラベルと一致する個数を数えましょう。",
    )


@pytest.mark.points(0.5, task="map", needs="test_small_net_by_hand, test_features_by_hand")
def test_map_is_drawn(submission):
    """The picture shows a map, points on top of it, and names its axes.

    図には、出力の図とその上の点、軸の名前があります。
    """
    model = net(submission, 2, [])
    figures = submission.ask("draw_map", model, ["x1", "x2"], CLOUDS, COLOURS).figures
    require(
        figures,
        en="draw_map drew nothing. It should draw with matplotlib: the map first, then the points.",
        ja="draw_map は何も描きませんでした。matplotlib を使い、まず出力の図を、次に点を描きます。",
    )
    shown = [ax for figure in figures for ax in figure.axes if ax.images or ax.collections]
    require(
        shown,
        en="draw_map drew no map below the points. plt.imshow shows a square of numbers in "
        "colours.",
        ja="draw_map の図には、点の下に出力の図がありません。plt.imshow を使うと、"
        "正方形に並んだ数を色で表せます。",
    )
    ax = shown[0]
    drawn = ax.collections + len(ax.lines)
    if ax.images and not drawn:
        wrong(
            en="draw_map drew the map without the points. Draw them on top of it, in the colours "
            "of their labels.",
            ja="draw_map の図に点がありません。ラベルごとの色で、図の上に点を重ねましょう。",
        )
    require(
        ax.images or drawn > 1,
        en="draw_map drew only one thing: either the map or the points is missing. plt.imshow "
        "shows a square of numbers in colours, plt.scatter draws points.",
        ja="draw_map が描いたものは 1 つだけで、図か点のどちらかがありません。plt.imshow で"
        "正方形に並んだ数を色で表し、plt.scatter で点を描けます。",
    )
    require(
        "1" in ax.xlabel and "2" in ax.ylabel,
        en=f"The axes should be named x1 and x2, but their names are {ax.xlabel!r} and "
        f"{ax.ylabel!r}.",
        ja=f"軸の名前は x1 と x2 のはずですが、{ax.xlabel!r} と {ax.ylabel!r} です。",
    )
