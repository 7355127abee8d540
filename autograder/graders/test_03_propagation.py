"""Hidden checks of 03_propagation: other sizes and depths, batches, extreme logits, other days.

What is expected comes from the functions below; that they agree with a Keras model of the same
weights is shown in the kit's own tests, so this chapter is graded without TensorFlow.
"""

from itertools import pairwise

import numpy as np
import pytest

from autograder.grading import as_array, require, wrong


def softmax(z):
    """z: (..., n). Shares along the last axis."""
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


ACTIVATIONS = {
    "linear": lambda z: z,
    "relu": lambda z: np.where(z > 0, z, 0.0),
    "sigmoid": lambda z: 0.5 + 0.5 * np.tanh(z / 2),
    "softmax": softmax,
}


def propagate(x, layers):
    """Activations of each layer in turn. x: (n_in,) or (n, n_in); layers: (W, b, activation)s."""
    activations = []
    for W, b, activation in layers:
        x = ACTIVATIONS[activation](np.dot(x, W) + b)
        activations.append(x)
    return activations


def random_layers(rng, sizes, activations):
    """Weights as Keras would draw them (Glorot), biases that matter."""
    return [
        (
            rng.uniform(-1, 1, size=(before, after)) * np.sqrt(6 / (before + after)),
            rng.uniform(-0.5, 0.5, size=after),
            activation,
        )
        for (before, after), activation in zip(pairwise(sizes), activations, strict=True)
    ]


def active(x, layers, threshold=0.0):
    return [np.flatnonzero(a > threshold).tolist() for a in propagate(x, layers)]


def close(got, want):
    """Equal as far as float32 arithmetic allows; nan equals nothing."""
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=1e-3, atol=1e-4)


def numbers(value, name):
    """A layer-by-layer answer as plain lists of ascending numbers."""
    if not isinstance(value, list | tuple | np.ndarray):
        wrong(
            en=f"{name} should be a list with one entry for each layer, but {value} came.",
            ja=f"{name} は層ごとに 1 つの要素を持つリストのはずですが、{value} が返りました。",
        )
    entries = [as_array(entry, name=f"{name}[{i}]") for i, entry in enumerate(value)]
    return [np.sort(entry.ravel()).tolist() for entry in entries]


@pytest.mark.points(0.5, task="count_connections", needs="test_connections_by_hand")
def test_connections_of_any_depth(submission):
    """Networks with more layers or fewer are counted as well.

    層がもっと多いネットワークや、少ないネットワークでも数えられます。
    """
    for sizes, want in (([5, 4, 3, 2], 38), ([4, 6, 1, 6, 4], 60), ([7, 3], 21)):
        asked = f"count_connections({sizes})"
        got = as_array(submission.call("count_connections", sizes), name=asked, shape=()).item()
        pairs = " + ".join(f"{a} × {b}" for a, b in pairwise(sizes))
        if len(sizes) > 3 and got == sizes[0] * sizes[1] + sizes[1] * sizes[2]:
            wrong(
                en=f"{asked} should be {pairs} = {want}, but {got} came: only the first three "
                "numbers were used. A network may have any number of layers.",
                ja=f"{asked} は {pairs} = {want} になるはずですが、{got} が返りました。"
                "最初の 3 つの数しか使われていません。層はいくつあってもかまいません。",
            )
        require(
            got == want,
            en=f"{asked} should be {pairs} = {want}, but {got} came.",
            ja=f"{asked} は {pairs} = {want} になるはずですが、{got} が返りました。",
        )
    got = as_array(
        submission.call("count_connections", [784, 64, 10]),
        name="count_connections([784, 64, 10])",
        shape=(),
    ).item()
    require(
        got == 50816,
        en=f"count_connections([784, 64, 10]) should be 50176 + 640 = 50816, but {got} came.",
        ja=f"count_connections([784, 64, 10]) は 50176 + 640 = 50816 になるはずですが、"
        f"{got} が返りました。",
    )


@pytest.mark.points(1, task="dense", needs="test_dense_by_hand")
def test_dense_of_a_batch(submission):
    """A batch gives one row of activations for each row.

    バッチでは、行ごとに活性化度が 1 行得られます。
    """
    rng = np.random.default_rng(301)
    # Square first: there a product the wrong way round gives numbers instead of an error.
    for rows, before, after in ((3, 3, 3), (1, 4, 2), (6, 5, 4)):
        x = rng.integers(-3, 4, size=(rows, before)).astype(float)
        W = rng.integers(-3, 4, size=(before, after)).astype(float)
        b = rng.integers(-3, 4, size=after).astype(float)
        want = np.maximum(np.dot(x, W) + b, 0.0)
        asked = f'dense(x, W, b, "relu"), x: {x.shape}, W: {W.shape}'
        got = as_array(submission.call("dense", x, W, b, "relu"), name=asked)
        backwards = np.maximum(W.T @ x + b, 0.0) if rows == before == after else None
        if backwards is not None and close(got, backwards) and not close(got, want):
            wrong(
                en=f"For a batch, {asked}, the columns of x were taken for inputs. Each row of x "
                "is one input, and each column of W belongs to one neuron.",
                ja=f"バッチ {asked} で、x の列を入力として扱っています。x の 1 行が 1 つの入力で、"
                "W の 1 列が 1 個のニューロンです。",
            )
        require(
            got.shape == want.shape,
            en=f"{asked} should have shape {want.shape}, one row of {after} activations for each "
            f"input, but its shape is {got.shape}.",
            ja=f"{asked} の形は {want.shape}（入力ごとに {after} 個の活性化度が 1 "
            f"行）になるはずですが、{got.shape} でした。",
        )
        require(
            close(got, want),
            en=f"{asked} should be {want.tolist()}, but {got.tolist()} came. Each row of x is one "
            "input, and should give the same as if it went through the layer alone.",
            ja=f"{asked} は {want.tolist()} になるはずですが、{got.tolist()} が返りました。x の 1 "
            "行が 1 つの入力です。1 つだけで計算したときと同じ結果になるはずです。",
        )


@pytest.mark.points(0.5, task="dense", needs="test_dense_by_hand")
def test_dense_uses_the_named_activation(submission):
    """The layer applies the activation that it is told: linear, sigmoid or relu.

    linear、sigmoid、relu のうち、指定された活性化関数が適用されます。
    """
    rng = np.random.default_rng(302)
    x, b = rng.uniform(-1, 1, size=4), rng.uniform(-1, 1, size=5)
    W = rng.uniform(-1, 1, size=(4, 5))
    z = np.dot(x, W) + b
    for activation in ("linear", "sigmoid", "relu"):
        want = ACTIVATIONS[activation](z)
        asked = f'dense(x, W, b, "{activation}")'
        got = as_array(submission.call("dense", x, W, b, activation), name=asked, shape=(5,))
        if close(got, ACTIVATIONS["relu"](z)) and not close(got, want):
            wrong(
                en=f"{asked} gave the values of ReLU. The layer should use the activation that it "
                "is told.",
                ja=f"{asked} が ReLU の値を返しました。指定された活性化関数を使いましょう。",
            )
        require(
            close(got, want),
            en=f"{asked} should be {np.round(want, 3).tolist()} for the weighted sums "
            f"{np.round(z, 3).tolist()}, but {np.round(got.astype(float), 3).tolist()} came.",
            ja=f"重み付き和が {np.round(z, 3).tolist()} のとき、{asked} は "
            f"{np.round(want, 3).tolist()} になるはずですが、"
            f"{np.round(got.astype(float), 3).tolist()} が返りました。",
        )


@pytest.mark.points(0.5, task="dense", needs="test_dense_of_a_batch")
def test_dense_leaves_its_arguments_alone(submission):
    """Input, weights and biases are the same afterwards.

    入力、重み、バイアスは、計算のあとも元のままです。
    """
    rng = np.random.default_rng(303)
    W, b = rng.uniform(-1, 1, size=(3, 4)), rng.uniform(-1, 1, size=4)
    names = {"0": "x", "1": "W", "2": "b", "x": "x", "W": "W", "b": "b"}
    for shape in ((3,), (5, 3)):
        answer = submission.ask("dense", rng.uniform(-1, 1, size=shape), W, b, "relu")
        changed = ", ".join(sorted({f"`{names.get(place, place)}`" for place in answer.changed}))
        require(
            not answer.changed,
            en=f"`dense` gave a result, but it also overwrote numbers in {changed}: the next input "
            "would meet another layer. Build a new array instead. (`a = b` gives the same array a "
            "second name, it copies nothing.)",
            ja=f"`dense` は結果を返しましたが、{changed} の中身も書き換えました。次の入力は、"
            "違う層を通ることになります。新しい配列を作りましょう。（`a = b` "
            "は同じ配列に別の名前を付けるだけで、コピーはしません。）",
        )


@pytest.mark.points(0.5, task="softmax", needs="test_softmax_by_hand")
def test_softmax_of_a_batch(submission):
    """In a batch, each row gets its own shares.

    バッチでは、行ごとに割合が求められます。
    """
    rng = np.random.default_rng(304)
    for shape in ((3, 3), (1, 5), (6, 4)):
        z = rng.uniform(-2, 2, size=shape)
        asked = f"softmax(z), z: {shape}"
        got = as_array(submission.call("softmax", z), name=asked, shape=shape)
        right = close(got, softmax(z))
        if not right and np.allclose(got.sum(axis=0), 1.0, atol=1e-4):
            wrong(
                en=f"{asked}: here each column adds up to 1, so the shares were taken over the "
                "wrong axis. Each row is one input, and each row should add up to 1.",
                ja=f"{asked}：列ごとの合計が 1 になっています。割合を求める軸が違います。1 行が 1 "
                "つの入力で、行ごとの合計が 1 になるはずです。",
            )
        if not right and np.isclose(got.sum(), 1.0, atol=1e-4):
            wrong(
                en=f"{asked}: here the whole batch together adds up to 1. Each row is one input, "
                "and each row should add up to 1.",
                ja=f"{asked}：バッチ全体の合計が 1 になっています。1 行が 1 つの入力で、"
                "行ごとの合計が 1 になるはずです。",
            )
        require(
            right,
            en=f"{asked}: the row {np.round(z[0], 3).tolist()} should give "
            f"{np.round(softmax(z)[0], 3).tolist()}, but "
            f"{np.round(got[0].astype(float), 3).tolist()} came.",
            ja=f"{asked}：行 {np.round(z[0], 3).tolist()} は {np.round(softmax(z)[0], 3).tolist()} "
            f"になるはずですが、{np.round(got[0].astype(float), 3).tolist()} が返りました。",
        )


@pytest.mark.points(0.5, task="softmax", needs="test_softmax_by_hand")
def test_softmax_survives_large_logits(submission):
    """Logits like 1,000 or −1,000 give shares, never nan.

    1,000 や −1,000 のようなロジットでも割合になり、nan になりません。
    """
    for z in ([1000.0, 1001.0, 999.0], [-1000.0, -1001.0, -1002.0], [1000.0, 0.0, -1000.0]):
        asked = f"softmax({z})"
        want = softmax(np.array(z))
        got = as_array(submission.call("softmax", np.array(z)), name=asked, shape=(3,))
        shown = np.round(got.astype(float), 3).tolist()
        if not np.all(np.isfinite(got)):
            wrong(
                en=f"{asked} should be about {np.round(want, 3).tolist()}, but {shown} came. e to "
                "the power of 1000 overflows to infinity, and all powers of e vanish at −1000. "
                "Shift the logits first: only their differences count.",
                ja=f"{asked} は約 {np.round(want, 3).tolist()} になるはずですが、{shown} "
                "が返りました。e の 1000 乗は無限大になり、e の −1000 乗はどれも 0 になります。"
                "ロジットの差だけが結果を決めるので、先にロジットをずらしましょう。",
            )
        require(
            close(got, want),
            en=f"{asked} should be about {np.round(want, 3).tolist()}, but {shown} came. Only the "
            "differences of the logits count. Were they cut off at some limit?",
            ja=f"{asked} は約 {np.round(want, 3).tolist()} になるはずですが、{shown} が返りました。"
            "結果は、ロジットの差だけで決まります。どこかの値で打ち切っていませんか。",
        )


@pytest.mark.points(
    0.25, task="softmax", needs="test_softmax_of_a_batch, test_softmax_survives_large_logits"
)
def test_softmax_rows_do_not_disturb_each_other(submission):
    """A row with large logits does not spoil another row of the batch.

    ロジットの大きな行があっても、バッチのほかの行には影響しません。
    """
    z = np.array([[1000.0, 1001.0], [-2.0, -1.0], [-1000.0, -1002.0]])
    got = as_array(submission.call("softmax", z), name="softmax(z), z: (3, 2)", shape=(3, 2))
    for row, came, want in zip(z, got, softmax(z), strict=True):
        require(
            close(came, want),
            en=f"In a batch with other rows, the logits {row.tolist()} should give "
            f"{np.round(want, 3).tolist()}, as they do alone, but "
            f"{np.round(came.astype(float), 3).tolist()} came. Is one number taken from the whole "
            "batch, where each row needs its own?",
            ja=f"ほかの行と一緒のバッチでも、ロジット {row.tolist()} は 1 行だけのときと同じ "
            f"{np.round(want, 3).tolist()} になるはずですが、"
            f"{np.round(came.astype(float), 3).tolist()} が返りました。行ごとに必要な数を、"
            "バッチ全体から 1 つだけ求めていませんか。",
        )


@pytest.mark.points(
    0.25, task="softmax", needs="test_softmax_of_a_batch, test_softmax_survives_large_logits"
)
def test_softmax_leaves_its_input_alone(submission):
    """Softmax gives a new array; the logits that went in are the same afterwards.

    ソフトマックスは新しい配列を返し、渡したロジットは元のままです。
    """
    for z in (np.array([2.0, 1.0, 1000.0]), np.array([[2.0, 1.0], [-1.0, 3.0]])):
        answer = submission.ask("softmax", z)
        require(
            not answer.changed,
            en="`softmax` gave a result, but it also overwrote the logits `z` that it was given: "
            "whoever called it has lost their data. (`z -= ...` writes into z itself.) Build a new "
            "array instead.",
            ja="`softmax` は結果を返しましたが、受け取ったロジット `z` も書き換えました。"
            "呼び出した人のデータが失われます。（`z -= ...` は z そのものに書き込みます。）"
            "新しい配列を作りましょう。",
        )


@pytest.mark.points(0.5, task="forward", needs="test_forward_by_hand")
def test_forward_of_any_depth(submission):
    """Networks with one layer, three or five, and the 784–64–10 of the later chapters.

    1 層、3 層、5 層のネットワークと、あとの章の 784–64–10 のネットワークです。
    """
    rng = np.random.default_rng(305)
    for sizes in ((4, 5, 3, 2), (3, 3, 3, 3, 3, 3), (6, 4), (784, 64, 10)):
        names = ["relu"] * (len(sizes) - 2) + ["softmax"]
        layers = random_layers(rng, sizes, names)
        x = rng.uniform(0, 1, size=sizes[0])
        want = propagate(x, layers)[-1]
        depth = len(layers)
        asked = f"forward(x, layers), {'–'.join(map(str, sizes))}"
        got = as_array(submission.call("forward", x, layers), name=asked)
        require(
            got.shape == want.shape,
            en=f"The network {asked} should give {sizes[-1]} activations, "
            f"but the result has shape {got.shape}. Do all the layers of the list take part?",
            ja=f"{depth} 層のネットワーク {asked} の出力は {sizes[-1]} 個になるはずですが、"
            f"結果の形は {got.shape} でした。リストのすべての層を通っていますか。",
        )
        require(
            close(got, want),
            en=f"The network {asked} should give "
            f"{np.round(want, 3).tolist()}, but {np.round(got.astype(float), 3).tolist()} came. Do "
            "all the layers of the list take part, each once?",
            ja=f"{depth} 層のネットワーク {asked} の出力は {np.round(want, 3).tolist()} "
            f"になるはずですが、{np.round(got.astype(float), 3).tolist()} が返りました。"
            "リストのすべての層を、1 回ずつ通っていますか。",
        )


@pytest.mark.points(0.5, task="forward", needs="test_forward_by_hand")
def test_forward_uses_the_activation_of_each_layer(submission):
    """Each layer uses the activation in its own triple.

    それぞれの層では、その 3 つ組にある活性化関数が使われます。
    """
    rng = np.random.default_rng(306)
    for names in (("sigmoid", "linear"), ("linear", "sigmoid"), ("relu", "linear")):
        layers = random_layers(rng, (3, 4, 2), names)
        x = rng.uniform(-3, 3, size=3)
        want = propagate(x, layers)[-1]
        asked = f"forward(x, layers), {' → '.join(names)}"
        got = as_array(submission.call("forward", x, layers), name=asked, shape=(2,))
        for other in ("relu", "softmax", "linear", "sigmoid"):
            swapped = [(layers[0][0], layers[0][1], other), layers[1]]
            if close(got, propagate(x, swapped)[-1]) and not close(got, want):
                wrong(
                    en=f"{asked}: the hidden layer should use {names[0]}, but {other} was applied "
                    "there. Each layer brings its own activation.",
                    ja=f"{asked}：隠れ層では {names[0]} を使うはずですが、{other} "
                    "が適用されています。活性化関数は層ごとに決まっています。",
                )
        require(
            close(got, want),
            en=f"{asked} should give {np.round(want, 3).tolist()}, but "
            f"{np.round(got.astype(float), 3).tolist()} came. Each layer brings its own activation.",
            ja=f"{asked} は {np.round(want, 3).tolist()} になるはずですが、"
            f"{np.round(got.astype(float), 3).tolist()} が返りました。"
            "活性化関数は層ごとに決まっています。",
        )


@pytest.mark.points(0.5, task="forward", needs="test_forward_by_hand, test_dense_of_a_batch")
def test_forward_of_a_batch(submission):
    """A whole batch goes through the network at once, one output row for each input.

    バッチ全体が一度にネットワークを通り、入力ごとに出力が 1 行得られます。
    """
    rng = np.random.default_rng(307)
    for rows, sizes in ((3, (3, 3, 3)), (7, (5, 4, 3))):
        layers = random_layers(rng, sizes, ("relu", "linear"))
        x = rng.uniform(-2, 2, size=(rows, sizes[0]))
        want = propagate(x, layers)[-1]
        asked = f"forward(x, layers), x: {x.shape}"
        got = as_array(submission.call("forward", x, layers), name=asked)
        require(
            got.shape == want.shape,
            en=f"{asked} should have shape {want.shape}, one row for each input, but its shape is "
            f"{got.shape}.",
            ja=f"{asked} の形は入力ごとに 1 行で {want.shape} になるはずですが、{got.shape} "
            "でした。",
        )
        require(
            close(got, want),
            en=f"{asked}: the first input should give {np.round(want[0], 3).tolist()}, as it does "
            f"alone, but {np.round(got[0].astype(float), 3).tolist()} came. Each row of x is one "
            "input.",
            ja=f"{asked}：最初の入力の出力は、1 つだけで計算したときと同じ "
            f"{np.round(want[0], 3).tolist()} になるはずですが、"
            f"{np.round(got[0].astype(float), 3).tolist()} が返りました。x の 1 行が 1 "
            "つの入力です。",
        )


@pytest.mark.points(0.5, task="active_neurons", needs="test_active_neurons_by_hand")
def test_activity_changes_with_the_input(submission):
    """Other inputs light up other neurons of the same network.

    同じネットワークでも、入力が違えば、別のニューロンが活性化します。
    """
    layers = [(np.array([[1.0, -1.0, 0.5], [1.0, 2.0, -2.0]]), np.array([-1.0, 1.0, 0.5]), "relu")]
    days = {(4.0, 0.0): [[0, 2]], (0.0, 3.0): [[0, 1]], (0.0, 0.0): [[1, 2]], (2.0, -2.0): [[2]]}
    found = {}
    for day in days:
        asked = f"active_neurons({list(day)}, layers)"
        got = numbers(submission.call("active_neurons", np.array(day), layers), asked)
        found[day] = got
        if len(got) > 1:
            wrong(
                en=f"{asked}: the network has one layer, but {len(got)} entries came: {got}. Do "
                "entries of earlier calls remain in the list? Start with a new list in each call.",
                ja=f"{asked}：ネットワークは 1 層ですが、{len(got)} 個の要素 {got} が返りました。"
                "前の呼び出しの結果がリストに残っていませんか。呼び出すたびに、"
                "新しいリストから始めましょう。",
            )
    if len({str(got) for got in found.values()}) == 1:
        wrong(
            en=f"For four different inputs the same neurons came, {found[4.0, 0.0]}. Which neurons "
            "are active depends on the input, not on the weights alone. Is x used?",
            ja=f"4 つの違う入力に対して、同じ結果 {found[4.0, 0.0]} が返りました。どのニューロンが"
            "活性化するかは、重みだけでなく入力によって変わります。x を使っていますか。",
        )
    for day, want in days.items():
        require(
            found[day] == want,
            en=f"active_neurons({list(day)}, layers) should be {want}, but {found[day]} came. "
            "Compute the activations of this layer by hand: which of them are above 0?",
            ja=f"active_neurons({list(day)}, layers) は {want} になるはずですが、{found[day]} が"
            "返りました。この層の活性化度を手で計算してみましょう。0 より大きいのはどれですか。",
        )


@pytest.mark.points(0.5, task="active_neurons", needs="test_activity_changes_with_the_input")
def test_active_neurons_uses_the_threshold(submission):
    """The threshold that is given decides which neurons count as active.

    どのニューロンを活性化しているとみなすかは、指定されたしきい値で決まります。
    """
    layers = [(np.eye(4), np.zeros(4), "relu")]
    x = np.array([0.25, 0.5, 1.0, 3.0])
    for threshold, want in ((0.5, [[2, 3]]), (2.0, [[3]]), (5.0, [[]])):
        asked = f"active_neurons(x, layers, threshold={threshold})"
        got = numbers(submission.call("active_neurons", x, layers, threshold=threshold), asked)
        require(
            got == want,
            en=f"With the activations {x.tolist()}, {asked} should be {want}, but {got} came. "
            "Active means strictly greater than the threshold that is given.",
            ja=f"活性化度が {x.tolist()} のとき、{asked} は {want} になるはずですが、{got} "
            "が返りました。指定されたしきい値より大きいものだけが、活性化しています。",
        )


@pytest.mark.points(0.25, task="active_neurons", needs="test_activity_changes_with_the_input")
def test_active_neurons_judges_the_activation(submission):
    """What counts is the activation, after the activation function, not the weighted sum.

    重み付き和ではなく、活性化関数を適用したあとの値で判断します。
    """
    x = np.array([2.0, 0.3, -2.0])
    for activation, threshold, want in (
        ("sigmoid", 0.7, [[0]]),
        ("softmax", 0.5, [[0]]),
        ("sigmoid", 0.1, [[0, 1, 2]]),
    ):
        layers = [(np.eye(3), np.array([0.0, 0.5, 0.0]), activation)]
        asked = f"active_neurons(x, layers, threshold={threshold})"
        got = numbers(submission.call("active_neurons", x, layers, threshold=threshold), asked)
        shown = np.round(propagate(x, layers)[0], 2).tolist()
        require(
            got == want,
            en=f"The weighted sums of this {activation} layer are [2, 0.8, -2], its activations "
            f"{shown}. {asked} should be {want}, but {got} came. Compare the activations with the "
            "threshold, not the weighted sums.",
            ja=f"この {activation} の層の重み付き和は [2, 0.8, -2]、活性化度は {shown} です。"
            f"{asked} は {want} になるはずですが、{got} が返りました。重み付き和ではなく、"
            "活性化度をしきい値と比べましょう。",
        )


@pytest.mark.points(0.25, task="active_neurons", needs="test_activity_changes_with_the_input")
def test_active_neurons_in_a_deep_network(submission):
    """In a deep network, every layer is judged, each after the layers before it.

    深いネットワークでも、前の層の結果を受けて、すべての層が判断されます。
    """
    rng = np.random.default_rng(308)
    for sizes in ((4, 6, 5, 6, 3), (3, 5, 5, 5)):
        layers = random_layers(rng, sizes, ["relu"] * (len(sizes) - 1))
        x = rng.uniform(1, 3, size=sizes[0])
        want = active(x, layers)
        asked = f"active_neurons(x, layers), {'–'.join(map(str, sizes))}"
        got = numbers(submission.call("active_neurons", x, layers), asked)
        require(
            len(got) == len(want),
            en=f"{asked} should have {len(want)} entries, one for each layer, but it has "
            f"{len(got)}.",
            ja=f"{asked} の要素は層ごとに 1 つ、合わせて {len(want)} 個のはずですが、"
            f"{len(got)} 個でした。",
        )
        for layer, (came, expected) in enumerate(zip(got, want, strict=True), start=1):
            require(
                came == expected,
                en=f"{asked}: in layer {layer} the neurons {expected} are active, but {came} came. "
                "A layer takes in the activations of the layer before it, as they are: not x "
                "again, and not just 1 for an active neuron.",
                ja=f"{asked}：{layer} 層目で活性化しているのは {expected} ですが、{came} "
                "が返りました。それぞれの層は、前の層の活性化度をそのまま受け取ります。x "
                "をもう一度渡したり、活性化したニューロンの値を 1 に置き換えたりはしません。",
            )
