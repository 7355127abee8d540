"""Public checks of 03_propagation: small cases that can be worked by hand."""

import numpy as np
import pytest

from autograder.grading import as_array, require, wrong

W1 = np.array([[1.0, -1.0, 0.5], [1.0, 2.0, -2.0]])
B1 = np.array([-1.0, 1.0, 0.5])
W2 = np.array([[1.0, 0.0], [-1.0, 2.0], [2.0, 1.0]])
B2 = np.array([1.0, -1.0])
WALK = [(W1, B1, "relu"), (W2, B2, "softmax")]
DAY = np.array([2.0, 1.0])


def close(got, want):
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=1e-4, atol=1e-5)


@pytest.mark.points(0.5, task="count_connections")
def test_connections_by_hand(submission):
    """A network 3–4–2 has 3 × 4 + 4 × 2 = 20 connections.

    3–4–2 のネットワークの結合は 3 × 4 + 4 × 2 = 20 個です。
    """
    asked = "count_connections([3, 4, 2])"
    got = as_array(submission.call("count_connections", [3, 4, 2]), name=asked, shape=()).item()
    if got == 26:
        wrong(
            en=f"{asked} should be 20, but 26 came: the 4 + 2 biases were counted too. A bias "
            "belongs to one neuron; it connects nothing.",
            ja=f"{asked} は 20 になるはずですが、26 が返りました。4 + 2 "
            "個のバイアスも数えています。バイアスは 1 個のニューロンのもので、"
            "結合ではありません。",
        )
    if got == 24:
        wrong(
            en=f"{asked} should be 12 + 8 = 20, but 24 came: that is 3 × 4 × 2. Multiply within "
            "each pair of neighbouring layers, then add up over the pairs.",
            ja=f"{asked} は 12 + 8 = 20 になるはずですが、24 が返りました。これは 3 × 4 × 2 です。"
            "隣り合う 2 つの層ごとに掛け、その結果を合計しましょう。",
        )
    if got == 9:
        wrong(
            en=f"{asked} should be 20, but 9 came: that is 3 + 4 + 2. Connections are lines "
            "between neurons: each of the 4 neurons has one to each of the 3 inputs.",
            ja=f"{asked} は 20 になるはずですが、9 が返りました。これは 3 + 4 + 2 です。"
            "結合はニューロンの間の線です。4 個のニューロンは、それぞれ 3 "
            "つの入力のすべてと結合しています。",
        )
    require(
        got == 20,
        en=f"{asked} should be 3 × 4 + 4 × 2 = 20, but {got} came. Each neuron is connected with "
        "everything in the layer before it.",
        ja=f"{asked} は 3 × 4 + 4 × 2 = 20 になるはずですが、{got} が返りました。"
        "どのニューロンも、前の層のすべてと結合しています。",
    )


@pytest.mark.points(1, task="dense")
def test_dense_by_hand(submission):
    """The layers that were worked by hand: first 2 → 2, then the hidden layer of the walk.

    手で計算できる層：まず 2 → 2 の層、次に散歩のネットワークの隠れ層です。
    """
    x, W, b = np.array([4.0, 1.0]), np.array([[1.0, -1.0], [1.0, 2.0]]), np.array([-1.0, 1.0])
    asked = 'dense([4, 1], [[1, -1], [1, 2]], [-1, 1], "relu")'
    got = as_array(submission.call("dense", x, W, b, "relu"), name=asked, shape=(2,))
    if close(got, [2.0, 7.0]):
        wrong(
            en=f"{asked} should be [4, 0], but [2, 7] came: rows and columns of W were mixed up. "
            "Each column of W holds the weights of one neuron.",
            ja=f"{asked} は [4, 0] になるはずですが、[2, 7] が返りました。W "
            "の行と列が逆になっています。1 個のニューロンの重みは、W の 1 列に並んでいます。",
        )
    if close(got, [5.0, 0.0]):
        wrong(
            en=f"{asked} should be [4, 0], but [5, 0] came: the biases −1 and 1 are missing.",
            ja=f"{asked} は [4, 0] になるはずですが、[5, 0] が返りました。バイアスの −1 と 1 が"
            "足されていません。",
        )
    if close(got, [4.0, -1.0]):
        wrong(
            en=f"{asked} should be [4, 0], but [4, -1] came: these are the weighted sums. The "
            "activation was skipped.",
            ja=f"{asked} は [4, 0] になるはずですが、[4, -1] が返りました。これは重み付き和です。"
            "活性化関数が適用されていません。",
        )
    if close(got, [4.0, 1.0]):
        wrong(
            en=f"{asked} should be [4, 0], but [4, 1] came: the activation came before the bias. "
            "The bias belongs to the sum.",
            ja=f"{asked} は [4, 0] になるはずですが、[4, 1] が返りました。"
            "バイアスより先に活性化関数を適用しています。バイアスは合計に含めます。",
        )
    require(
        close(got, [4.0, 0.0]),
        en=f"{asked} should be relu([4 + 1 − 1, −4 + 2 + 1]) = [4, 0], but {got.tolist()} came.",
        ja=f"{asked} は relu([4 + 1 − 1, −4 + 2 + 1]) = [4, 0] になるはずですが、"
        f"{got.tolist()} が返りました。",
    )
    asked = 'dense([2, 1], W, b, "relu"), W: (2, 3)'
    got = as_array(submission.call("dense", DAY, W1, B1, "relu"), name=asked, shape=(3,))
    require(
        close(got, [2.0, 1.0, 0.0]),
        en=f"The hidden layer of the walk should give [2, 1, 0] for x = (2, 1), but {got.tolist()} "
        "came. Compare with the table in the text, neuron by neuron.",
        ja=f"散歩のネットワークの隠れ層は、x = (2, 1) に対して [2, 1, 0] になるはずですが、"
        f"{got.tolist()} が返りました。本文の表と、ニューロンごとに比べてみましょう。",
    )


@pytest.mark.points(0.5, task="softmax")
def test_softmax_by_hand(submission):
    """The logits (2, 1) give (0.731, 0.269); four equal ones give a quarter each.

    ロジット (2, 1) は (0.731, 0.269) に、4 つの等しいロジットは 4 分の 1 ずつになります。
    """
    z = np.array([2.0, 1.0])
    asked = "softmax([2, 1])"
    got = as_array(submission.call("softmax", z), name=asked, shape=(2,))
    shown = np.round(got.astype(float), 3).tolist()
    if close(got, np.exp(z)):
        wrong(
            en=f"{asked} should be about [0.731, 0.269], but {shown} came: these are e² and e¹. "
            "They still have to be divided by their sum.",
            ja=f"{asked} は約 [0.731, 0.269] になるはずですが、{shown} が返りました。これは e² と "
            "e¹ です。合計で割る手順が残っています。",
        )
    if close(got, z / z.sum()):
        wrong(
            en=f"{asked} should be about [0.731, 0.269], but {shown} came: that is 2/3 and 1/3, "
            "the logits themselves divided by their sum. The exponential is missing, and with "
            "negative logits these would be no shares.",
            ja=f"{asked} は約 [0.731, 0.269] になるはずですが、{shown} が返りました。これは 2/3 と "
            "1/3 で、ロジットそのものを合計で割っています。指数関数が抜けています。これでは、"
            "負のロジットがあると割合になりません。",
        )
    if close(got, [1.0, 0.0]):
        wrong(
            en=f"{asked} should be about [0.731, 0.269], but {shown} came: the winner takes it "
            "all. Softmax gives every neuron a share.",
            ja=f"{asked} は約 [0.731, 0.269] になるはずですが、{shown} が返りました。1 つだけが 1 "
            "になっています。ソフトマックスは、すべてのニューロンに割合を与えます。",
        )
    if close(got, 1.0 / (1.0 + np.exp(-z))):
        wrong(
            en=f"{asked} should be about [0.731, 0.269], but {shown} came: that is the sigmoid of "
            "each logit by itself. Shares add up to 1.",
            ja=f"{asked} は約 [0.731, 0.269] になるはずですが、{shown} が返りました。これは、"
            "それぞれのロジットのシグモイドです。割合の合計は 1 になるはずです。",
        )
    require(
        close(got, [0.731059, 0.268941]),
        en=f"{asked} should be about [0.731, 0.269], but {shown} came. Compare with the table in "
        "the text.",
        ja=f"{asked} は約 [0.731, 0.269] になるはずですが、{shown} が返りました。"
        "本文の表と比べてみましょう。",
    )
    got = as_array(
        submission.call("softmax", np.zeros(4)), name="softmax([0, 0, 0, 0])", shape=(4,)
    )
    require(
        close(got, np.full(4, 0.25)),
        en=f"softmax([0, 0, 0, 0]) should be 0.25 four times, but {got.tolist()} came. Equal logits "
        "get equal shares, and all shares together are 1.",
        ja=f"softmax([0, 0, 0, 0]) は 4 つとも 0.25 になるはずですが、{got.tolist()} が返りました。"
        "ロジットが等しければ割合も等しく、合計は 1 です。",
    )


@pytest.mark.points(0.5, task="forward", needs="test_dense_by_hand, test_softmax_by_hand")
def test_forward_by_hand(submission):
    """Two layers in a row: a small network 2–2–2, then the walk.

    2 層のネットワーク：まず小さな 2–2–2、次に散歩のネットワークです。
    """
    layers = [
        (np.array([[2.0, -1.0], [1.0, 2.0]]), np.array([-1.0, 1.0]), "relu"),
        (np.array([[1.0, -1.0], [-1.0, 2.0]]), np.array([1.0, -1.0]), "linear"),
    ]
    asked = 'forward([4, 1], [([[2, -1], [1, 2]], [-1, 1], "relu"), '
    asked += '([[1, -1], [-1, 2]], [1, -1], "linear")])'
    got = as_array(submission.call("forward", np.array([4.0, 1.0]), layers), name=asked)
    require(
        got.shape == (2,),
        en=f"{asked} should be the 2 activations of the last layer, but the result has shape "
        f"{got.shape}.",
        ja=f"{asked} は最後の層の 2 個の活性化度になるはずですが、結果の形は {got.shape} でした。",
    )
    if close(got, [4.0, 0.0]):
        wrong(
            en=f"{asked} should be [9, -9], but [4, 0] came: the layers were run backwards. The "
            "first layer of the list is the one that takes the input.",
            ja=f"{asked} は [9, -9] になるはずですが、[4, 0] が返りました。"
            "層を逆の順に計算しています。入力を受け取るのは、リストの最初の層です。",
        )
    if close(got, [10.0, -11.0]):
        wrong(
            en=f"{asked} should be [9, -9], but [10, -11] came: the activation of the hidden layer "
            "was skipped, so −1 was passed on instead of 0.",
            ja=f"{asked} は [9, -9] になるはずですが、[10, -11] が返りました。隠れ層の活性化関数が"
            "適用されず、0 ではなく −1 が次の層に渡されています。",
        )
    if np.allclose(got, [2.0, -2.0], atol=0.01) or np.allclose(got, [0.982, 0.018], atol=0.001):
        wrong(
            en=f"{asked} should be [9, -9], but {np.round(got.astype(float), 3).tolist()} came: "
            "softmax was applied to the hidden layer, so only shares were passed on. Each layer uses "
            "the activation in its own triple.",
            ja=f"{asked} は [9, -9] になるはずですが、{np.round(got.astype(float), 3).tolist()} が"
            "返りました。隠れ層にソフトマックスが適用され、割合だけが次の層に渡されています。"
            "それぞれの層では、その 3 つ組にある活性化関数を使います。",
        )
    if close(got, [9.0, 0.0]):
        wrong(
            en=f"{asked} should be [9, -9], but [9, 0] came: ReLU was applied in the last layer "
            "too. "
            'Each layer uses the activation in its own triple, here "linear".',
            ja=f"{asked} は [9, -9] になるはずですが、[9, 0] が返りました。最後の層にも ReLU "
            "を適用しています。"
            'それぞれの層では、その 3 つ組にある活性化関数（ここでは "linear"）を使います。',
        )
    if close(got, [8.0, 0.0]):
        wrong(
            en=f"{asked} should be [9, -9], but [8, 0] came: that is what the first layer gives "
            "out. The second has still to take it in. Does the loop return too early?",
            ja=f"{asked} は [9, -9] になるはずですが、[8, 0] が返りました。これは 1 "
            "層目の出力です。2 層目の計算が残っています。繰り返しの途中で return していませんか。",
        )
    if close(got, [4.0, -3.0]):
        wrong(
            en=f"{asked} should be [9, -9], but [4, -3] came: the second layer was given the input "
            "x again. It takes in what the first layer gave out.",
            ja=f"{asked} は [9, -9] になるはずですが、[4, -3] が返りました。2 層目にも入力 x を"
            "渡しています。2 層目が受け取るのは、1 層目の出力です。",
        )
    require(
        close(got, [9.0, -9.0]),
        en=f"{asked} should be [9, -9], but {got.tolist()} came. The first layer gives [8, 0]; "
        "each layer uses the activation in its own triple.",
        ja=f"{asked} は [9, -9] になるはずですが、{got.tolist()} が返りました。1 層目の出力は [8, "
        "0] です。それぞれの層では、その 3 つ組にある活性化関数を使います。",
    )
    got = as_array(submission.call("forward", DAY, WALK), name="forward([2, 1], walk)", shape=(2,))
    require(
        close(got, [0.731059, 0.268941]),
        en="The network of the walk should give about [0.731, 0.269] for x = (2, 1), but "
        f"{np.round(got.astype(float), 3).tolist()} came. Its hidden layer gives [2, 1, 0]; its last "
        "layer uses softmax.",
        ja="散歩のネットワークは、x = (2, 1) に対して約 [0.731, 0.269] になるはずですが、"
        f"{np.round(got.astype(float), 3).tolist()} が返りました。隠れ層の出力は [2, 1, 0] で、"
        "最後の層ではソフトマックスを使います。",
    )


@pytest.mark.points(0.5, task="active_neurons", needs="test_dense_by_hand, test_softmax_by_hand")
def test_active_neurons_by_hand(submission):
    """The walk for x = (2, 1), threshold 0: hidden neurons 0 and 1, and both outputs.

    x = (2, 1) の散歩のネットワーク（しきい値 0）：隠れ層の 0 と 1、出力は両方です。
    """
    asked = "active_neurons([2, 1], walk)"
    got = submission.call("active_neurons", DAY, WALK)
    if not isinstance(got, list | tuple | np.ndarray):
        wrong(
            en=f"{asked} should be a list with one entry for each layer, [[0, 1], [0, 1]], but "
            f"{got} came.",
            ja=f"{asked} は層ごとに 1 つの要素を持つリスト [[0, 1], [0, 1]] になるはずですが、"
            f"{got} が返りました。",
        )
    require(
        len(got) != 3,
        en=f"{asked} should have two entries, one for each layer, but it has three. The input is "
        "not a layer.",
        ja=f"{asked} の要素は層ごとに 1 つ、合わせて 2 つのはずですが、3 つありました。"
        "入力は層に含めません。",
    )
    require(
        len(got) == 2 and all(isinstance(entry, list | tuple | np.ndarray) for entry in got),
        en=f"{asked} should be a list with one list for each layer, [[0, 1], [0, 1]], but {got} "
        "came.",
        ja=f"{asked} は層ごとのリストを並べた [[0, 1], [0, 1]] になるはずですが、{got} "
        "が返りました。",
    )
    entries = [as_array(entry, name=f"{asked}[{i}]") for i, entry in enumerate(got)]
    for i, entry in enumerate(entries):
        require(
            entry.dtype.kind != "b",
            en=f"{asked}[{i}] should hold the numbers of the active neurons, such as [0, 1], but "
            f"truth values came: {entry.tolist()}. At which positions do they say True?",
            ja=f"{asked}[{i}] は [0, 1] のような、活性化しているニューロンの番号になるはずですが、"
            f"真偽値 {entry.tolist()} が返りました。True になっているのは何番目でしょうか。",
        )
        require(
            entry.ndim == 1,
            en=f"{asked}[{i}] should be a plain list of numbers, but it is nested: its shape is "
            f"{entry.shape}. (np.where gives a tuple; its first element is the array.)",
            ja=f"{asked}[{i}] は番号を並べただけのリストのはずですが、入れ子になっていて、"
            f"形が {entry.shape} です。（np.where の結果はタプルで、その最初の要素が配列です。）",
        )
    hidden = sorted(entries[0].tolist())
    if hidden == [0, 1, 2]:
        wrong(
            en="Hidden neuron 2 was counted as active, but its activation is 0, which is not "
            "greater than the threshold 0.",
            ja="隠れ層のニューロン 2 が活性化していることになっていますが、その活性化度は 0 で、"
            "しきい値 0 より大きくありません。",
        )
    if hidden == [1, 2] and sorted(entries[1].tolist()) == [1, 2]:
        wrong(
            en=f"{asked} should be [[0, 1], [0, 1]], but [[1, 2], [1, 2]] came: the neurons were "
            "counted from 1. Count from 0.",
            ja=f"{asked} は [[0, 1], [0, 1]] になるはずですが、[[1, 2], [1, 2]] が返りました。"
            "番号を 1 から数えています。0 から数えましょう。",
        )
    if close(entries[0], [2.0, 1.0, 0.0]) or close(entries[0], [2.0, 1.0]):
        wrong(
            en=f"{asked}[0] should hold the numbers of the active neurons, [0, 1], but their "
            f"activations came: {entries[0].tolist()}.",
            ja=f"{asked}[0] は活性化しているニューロンの番号 [0, 1] になるはずですが、"
            f"活性化度 {entries[0].tolist()} が返りました。",
        )
    require(
        hidden == [0, 1] and sorted(entries[1].tolist()) == [0, 1],
        en=f"{asked} should be [[0, 1], [0, 1]], but {[e.tolist() for e in entries]} came. The "
        "activations are (2, 1, 0) and then (0.731, 0.269).",
        ja=f"{asked} は [[0, 1], [0, 1]] になるはずですが、{[e.tolist() for e in entries]} が"
        "返りました。活性化度は (2, 1, 0)、次の層は (0.731, 0.269) です。",
    )
