"""Hidden checks of 02_neuron: other inputs, batches, extreme values, arguments left alone."""

import numpy as np
import pytest

from autograder.grading import as_array, require, wrong


def weighted_sum(x, w, b):
    """x: (d,) or (n, d); w: (d,); b: number. Returns (), or (n,)."""
    return np.dot(x, w) + b


def sigmoid(z):
    """1 / (1 + exp(-z)) without overflow, for any z."""
    return 0.5 * (1.0 + np.tanh(np.asarray(z, dtype=float) / 2.0))


def close(got, want):
    """Equal as far as float32 arithmetic allows; nan equals nothing."""
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=1e-4, atol=1e-5)


def require_unchanged(answer, function, *arguments):
    """arguments: names of the function's arguments, in order."""
    names = [arguments[int(p)] if p.isdigit() else p for p in answer.changed]
    changed = ", ".join(f"`{name}`" for name in names)
    require(
        not names,
        en=f"`{function}` gave a result, but it also overwrote numbers in its own argument "
        f"{changed}: whoever called it has lost their data. Build a new array instead.",
        ja=f"`{function}` は結果を返しましたが、受け取った引数 {changed} の中身も書き換えました。"
        "呼び出した人のデータが失われます。新しい配列を作りましょう。",
    )


@pytest.mark.points(0.5, task="weighted_sum", needs="test_weighted_sum_by_hand")
def test_weighted_sum_of_a_batch(submission):
    """A batch gives one weighted sum for each row.

    バッチでは、行ごとに重み付き和が 1 つ得られます。
    """
    # Square first: there a sum over the wrong axis gives numbers instead of an error.
    x, w = np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([10.0, -1.0])
    asked = "weighted_sum([[1, 2], [3, 5]], [10, -1], 1)"
    got = as_array(submission.call("weighted_sum", x, w, 1.0), name=asked)
    if close(got, [8.0, 16.0]):
        wrong(
            en=f"{asked} should be [9, 26], one sum for each row, but [8, 16] came: the columns "
            "were summed. Each row of the batch is one input.",
            ja=f"{asked} は行ごとの和 [9, 26] になるはずですが、[8, 16] が返りました。列ごとに"
            "合計しています。バッチでは 1 行が 1 つの入力です。",
        )
    if close(got, 34.0):
        wrong(
            en=f"{asked} should be [9, 26], one sum for each row, but 34 came: the rows were "
            "thrown together into a single sum. Add up along each row only.",
            ja=f"{asked} は行ごとの和 [9, 26] になるはずですが、34 が返りました。すべての行を 1 "
            "つに合計しています。それぞれの行の中だけで合計しましょう。",
        )
    require(
        close(got, [9.0, 26.0]),
        en=f"{asked} should be [9, 26], one sum for each row, but {got.tolist()} came. Each row of "
        "the batch is one input.",
        ja=f"{asked} は行ごとの和 [9, 26] になるはずですが、{got.tolist()} が返りました。"
        "バッチでは 1 行が 1 つの入力です。",
    )
    rng = np.random.default_rng(201)
    for rows in (1, 7):
        x = rng.integers(-9, 10, size=(rows, 2)).astype(float)
        w = rng.integers(-9, 10, size=2).astype(float)
        asked = f"weighted_sum(x, w, b), x: {x.shape}"
        got = as_array(submission.call("weighted_sum", x, w, -3.0), name=asked)
        want = weighted_sum(x, w, -3.0)
        require(
            close(got, want),
            en=f"For a batch of shape {x.shape}, weighted_sum should give one number a row, "
            f"{want.tolist()}, but {got.tolist()} came.",
            ja=f"形が {x.shape} のバッチでは、weighted_sum は {rows} 個の数 {want.tolist()} を"
            f"返すはずですが、{got.tolist()} が返りました。",
        )


@pytest.mark.points(0.5, task="weighted_sum", needs="test_weighted_sum_by_hand")
def test_weighted_sum_takes_any_number_of_inputs(submission):
    """A neuron may have one input, three, or 784.

    入力は 1 個でも、3 個でも、784 個でもかまいません。
    """
    rng = np.random.default_rng(202)
    for d in (3, 1, 784):
        x = rng.integers(-9, 10, size=d).astype(float)
        w = rng.integers(1, 10, size=d).astype(float)
        got = as_array(
            submission.call("weighted_sum", x, w, 5.0),
            name=f"weighted_sum(x, w, 5), x: ({d},)",
            shape=(),
        )
        want = weighted_sum(x, w, 5.0)
        if not close(got, want) and close(got, weighted_sum(x[:2], w[:2], 5.0)):
            wrong(
                en=f"With {d} inputs only the first two were counted. A neuron may have any number "
                "of inputs, so it should not depend on there being two.",
                ja=f"入力が {d} 個あるのに、最初の 2 個しか数えられていません。"
                "入力が何個でも計算できるようにしましょう。",
            )
        require(
            close(got, want),
            en=f"For x of shape ({d},), weighted_sum should give {want:g}, but {got.item():g} came. "
            "Does every input count, each with its own weight?",
            ja=f"入力が {d} 個のとき、weighted_sum は {want:g} になるはずですが、{got.item():g} が"
            "返りました。すべての入力に、それぞれの重みを掛けて足していますか。",
        )


@pytest.mark.points(0.5, task="weighted_sum", needs="test_weighted_sum_of_a_batch")
def test_weighted_sum_keeps_decimals(submission):
    """Decimals are kept, for float64 and for float32.

    float64 でも float32 でも、小数が失われません。
    """
    for dtype in ("float64", "float32"):
        x = np.array([[0.25, -1.5], [0.125, 0.75]], dtype=dtype)
        w = np.array([0.5, 0.75], dtype=dtype)
        got = as_array(submission.call("weighted_sum", x, w, 0.25), name="weighted_sum(x, w, b)")
        want = weighted_sum(x.astype(float), w.astype(float), 0.25)
        right = close(got, want)
        if not right and (close(got, np.trunc(want)) or close(got, np.round(want))):
            wrong(
                en=f"For {dtype} numbers, {want.tolist()} was expected, but {got.tolist()} came: "
                "the decimals are gone. Is the result kept in an array of integers?",
                ja=f"{dtype} の数に対して {want.tolist()} になるはずですが、{got.tolist()} "
                "が返りました。小数が失われています。結果を整数の配列に入れていませんか。",
            )
        require(
            right,
            en=f"For {dtype} numbers, {want.tolist()} was expected, but {got.tolist()} came.",
            ja=f"{dtype} の数に対して {want.tolist()} になるはずですが、{got.tolist()} "
            "が返りました。",
        )


@pytest.mark.points(0.5, task="weighted_sum", needs="test_weighted_sum_by_hand")
def test_weighted_sum_leaves_its_input_alone(submission):
    """The arrays that go in are the same afterwards.

    渡した配列は、計算のあとも元のままです。
    """
    x, w = np.array([[2.0, 3.0], [4.0, 5.0]]), np.array([0.5, -1.0])
    require_unchanged(submission.ask("weighted_sum", x[0], w, 4.0), "weighted_sum", "x", "w")
    require_unchanged(submission.ask("weighted_sum", x, w, 4.0), "weighted_sum", "x", "w")


@pytest.mark.points(0.5, task="relu", needs="test_relu_by_hand")
def test_relu_of_any_values(submission):
    """Small and large numbers, with their decimals, pass through ReLU unharmed.

    小さな数も大きな数も、小数も、ReLU をそのまま通ります。
    """
    z = np.array([-1e6, -40.5, -0.001, 0.001, 0.5, 0.999, 1.5, 6.25, 40.5, 1e6])
    want = np.where(z > 0, z, 0.0)
    got = as_array(submission.call("relu", z), name="relu(z)", shape=z.shape)
    for number, came, expected in zip(z, got, want, strict=True):
        if number > 6 and came < number:
            wrong(
                en=f"relu({number:g}) should be {expected:g}, but {came:g} came: large numbers "
                "were cut off. ReLU has no upper limit.",
                ja=f"relu({number:g}) は {expected:g} になるはずですが、{came:g} が返りました。"
                "大きな数が途中で切られています。ReLU に上限はありません。",
            )
        if expected and np.isclose(came, np.round(expected)) and not close(came, expected):
            wrong(
                en=f"relu({number:g}) should be {expected:g}, but {came:g} came: the decimals are "
                "gone. Are the numbers turned into integers somewhere?",
                ja=f"relu({number:g}) は {expected:g} になるはずですが、{came:g} が返りました。"
                "小数が失われています。途中で整数に変えていませんか。",
            )
        require(
            close(came, expected),
            en=f"relu({number:g}) should be {expected:g}, but {came:g} came.",
            ja=f"relu({number:g}) は {expected:g} になるはずですが、{came:g} が返りました。",
        )


@pytest.mark.points(0.5, task="relu", needs="test_relu_by_hand")
def test_relu_keeps_the_shape(submission):
    """An array of any shape gives an array of the same shape.

    どんな形の配列でも、同じ形の配列になります。
    """
    rng = np.random.default_rng(203)
    for shape in ((2, 3), (4, 1), (2, 2, 2)):
        z = rng.integers(-5, 6, size=shape).astype(float)
        got = as_array(submission.call("relu", z), name=f"relu(z), z: {shape}")
        require(
            got.shape == shape,
            en=f"relu of an array of shape {shape} should have the same shape, but it has shape "
            f"{got.shape}. ReLU looks at each number by itself and leaves it in its place.",
            ja=f"形が {shape} の配列に relu を使うと、同じ形になるはずですが、{got.shape} でした。"
            "ReLU は数を 1 つずつ見て、その場所に結果を置きます。",
        )
        require(
            close(got, np.where(z > 0, z, 0.0)),
            en=f"relu of {z.tolist()} gave {got.tolist()}: some numbers changed places, or a "
            "negative one was left.",
            ja=f"{z.tolist()} に対する relu の結果は {got.tolist()} でした。数の場所が変わったか、"
            "負の数が残っています。",
        )


@pytest.mark.points(0.5, task="relu", needs="test_relu_by_hand")
def test_relu_leaves_its_input_alone(submission):
    """ReLU gives a new array; the one that went in is the same afterwards.

    ReLU は新しい配列を返し、渡した配列は元のままです。
    """
    require_unchanged(submission.ask("relu", np.array([-2.0, -0.5, 0.0, 3.0])), "relu", "z")


@pytest.mark.points(0.5, task="sigmoid", needs="test_sigmoid_by_hand")
def test_sigmoid_survives_extreme_values(submission):
    """Values like ±1000 give 0 and 1, never nan.

    ±1000 のような値でも 0 や 1 になり、nan になりません。
    """
    z = np.array([-1000.0, -750.0, -20.0, 20.0, 750.0, 1000.0])
    got = as_array(submission.call("sigmoid", z), name="sigmoid(z)", shape=z.shape)
    for number, came in zip(z, got, strict=True):
        want = float(sigmoid(number))
        if not np.isfinite(came):
            wrong(
                en=f"sigmoid({number:g}) should be {want:g}, but {came:g} came. e to the power of "
                "a large number overflows to infinity, and infinity divided by infinity is nan: "
                "use the form of the formula in which that cannot happen for this z.",
                ja=f"sigmoid({number:g}) は {want:g} になるはずですが、{came:g} が返りました。"
                "大きな数を指数にすると e の累乗は無限大になり、無限大を無限大で割ると nan "
                "になります。この z でそうならない形の式を使いましょう。",
            )
        require(
            abs(came - want) < 1e-6,
            en=f"sigmoid({number:g}) should be {want:.9f}, but {came:.9f} came. Was z limited to a "
            "range that is too narrow?",
            ja=f"sigmoid({number:g}) は {want:.9f} になるはずですが、{came:.9f} が返りました。"
            "z を狭すぎる範囲に制限していませんか。",
        )
    for number, want in ((-1000.0, 0.0), (1000.0, 1.0)):
        came = as_array(submission.call("sigmoid", number), name=f"sigmoid({number})", shape=())
        require(
            close(came, want),
            en=f"sigmoid({number:g}), of a single number, should be {want:g}, but {came.item():g} "
            "came.",
            ja=f"1 つの数を渡した sigmoid({number:g}) は {want:g} になるはずですが、"
            f"{came.item():g} が返りました。",
        )


@pytest.mark.points(0.5, task="sigmoid", needs="test_sigmoid_by_hand")
def test_sigmoid_keeps_the_shape(submission):
    """An array of any shape gives an array of the same shape, with each value right.

    どんな形の配列でも同じ形の配列になり、それぞれの値が正しくなります。
    """
    rng = np.random.default_rng(204)
    for shape in ((2, 3), (4, 1), (2, 2, 2)):
        z = rng.uniform(-6, 6, size=shape)
        got = as_array(submission.call("sigmoid", z), name=f"sigmoid(z), z: {shape}")
        require(
            got.shape == shape,
            en=f"sigmoid of an array of shape {shape} should have the same shape, but it has shape "
            f"{got.shape}. It looks at each number by itself and leaves it in its place.",
            ja=f"形が {shape} の配列に sigmoid を使うと、同じ形になるはずですが、{got.shape} "
            "でした。シグモイドは数を 1 つずつ見て、その場所に結果を置きます。",
        )
        worst = np.unravel_index(np.argmax(np.abs(got - sigmoid(z))), shape)
        require(
            close(got, sigmoid(z)),
            en=f"sigmoid({z[worst]:.4f}) should be {sigmoid(z)[worst]:.4f}, but {got[worst]:.4f} "
            "came.",
            ja=f"sigmoid({z[worst]:.4f}) は {sigmoid(z)[worst]:.4f} になるはずですが、"
            f"{got[worst]:.4f} が返りました。",
        )


@pytest.mark.points(0.5, task="sigmoid", needs="test_sigmoid_survives_extreme_values")
def test_sigmoid_leaves_its_input_alone(submission):
    """The sigmoid gives a new array; the one that went in is the same afterwards.

    シグモイドは新しい配列を返し、渡した配列は元のままです。
    """
    z = np.array([-1000.0, -3.0, 0.0, 3.0, 1000.0])
    require_unchanged(submission.ask("sigmoid", z), "sigmoid", "z")


@pytest.mark.points(
    0.5,
    task="neuron",
    needs="test_neuron_by_hand, test_sigmoid_by_hand, test_weighted_sum_takes_any_number_of_inputs",
)
def test_neuron_uses_the_named_activation(submission):
    """With "sigmoid", the neuron applies the sigmoid.

    "sigmoid" を指定すると、シグモイドが適用されます。
    """
    rng = np.random.default_rng(205)
    x, w = rng.uniform(-1, 1, size=5), rng.uniform(-1, 1, size=5)
    for b in (-1.5, 1.5):
        z = float(weighted_sum(x, w, b))
        asked = f'neuron(x, w, {b}, "sigmoid")'
        got = as_array(submission.call("neuron", x, w, b, "sigmoid"), name=asked, shape=())
        if close(got, max(0.0, z)) and not close(got, sigmoid(z)):
            wrong(
                en=f"{asked} should be sigmoid({z:.3f}) = {sigmoid(z):.3f}, but {got.item():.3f} "
                "came, which is ReLU. The neuron should use the activation that it is told.",
                ja=f"{asked} は sigmoid({z:.3f}) = {sigmoid(z):.3f} になるはずですが、"
                f"{got.item():.3f} が返りました。これは ReLU の値です。"
                "指定された活性化関数を使いましょう。",
            )
        require(
            close(got, sigmoid(z)),
            en=f"{asked} should be sigmoid({z:.3f}) = {sigmoid(z):.3f}, but {got.item():.3f} came.",
            ja=f"{asked} は sigmoid({z:.3f}) = {sigmoid(z):.3f} になるはずですが、"
            f"{got.item():.3f} が返りました。",
        )


@pytest.mark.points(
    0.5,
    task="neuron",
    needs="test_neuron_by_hand, test_weighted_sum_of_a_batch, test_relu_of_any_values, "
    "test_weighted_sum_takes_any_number_of_inputs",
)
def test_neuron_of_a_batch(submission):
    """For a batch, the neuron gives one output for each row.

    バッチでは、行ごとに出力値が 1 つ得られます。
    """
    rng = np.random.default_rng(206)
    for n, d in ((3, 3), (6, 4)):
        x = rng.integers(-5, 6, size=(n, d)).astype(float)
        w = rng.integers(1, 6, size=d).astype(float)
        z = weighted_sum(x, w, 2.0)
        want = np.maximum(z, 0.0)
        asked = f'neuron(x, w, 2, "relu"), x: {(n, d)}'
        got = as_array(submission.call("neuron", x, w, 2.0, "relu"), name=asked)
        columns = np.maximum(x.T @ w + 2.0, 0.0) if n == d else None
        if columns is not None and close(got, columns) and not close(got, want):
            wrong(
                en=f"{asked} should be {want.tolist()}, one output for each row, but "
                f"{got.tolist()} came: the columns were summed. Each row of the batch is one input.",
                ja=f"{asked} は行ごとの出力値 {want.tolist()} になるはずですが、{got.tolist()} が"
                "返りました。列ごとに合計しています。バッチでは 1 行が 1 つの入力です。",
            )
        require(
            close(got, want),
            en=f"{asked} should be {want.tolist()}, one output for each row, but {got.tolist()} "
            "came.",
            ja=f"{asked} は行ごとの出力値 {want.tolist()} になるはずですが、{got.tolist()} が"
            "返りました。",
        )


@pytest.mark.points(0.25, task="is_active", needs="test_is_active_by_hand")
def test_is_active_uses_the_threshold(submission):
    """The threshold that is given decides, not always 0.

    いつも 0 ではなく、指定されたしきい値で決まります。
    """
    for output, threshold, want in ((0.3, 0.5, False), (0.7, 0.5, True), (-1.0, -2.0, True)):
        asked = f"is_active({output}, threshold={threshold})"
        got = as_array(
            submission.call("is_active", output, threshold=threshold), name=asked, shape=()
        )
        require(
            bool(got) == want,
            en=f"{asked} should be {want}, but {bool(got)} came: compare with the threshold that "
            "is given, not with 0.",
            ja=f"{asked} は {want} になるはずですが、{bool(got)} が返りました。"
            "0 ではなく、指定されたしきい値と比べましょう。",
        )


@pytest.mark.points(0.25, task="is_active", needs="test_is_active_by_hand")
def test_is_active_answers_for_each_output(submission):
    """An array of outputs gives one answer for each of them.

    出力値の配列を渡すと、それぞれについて答えが得られます。
    """
    for outputs in (np.array([0.0, 0.2, 3.0]), np.array([[0.0, 0.2], [-1.0, 5.0]])):
        asked = f"is_active({outputs.tolist()})"
        got = as_array(submission.call("is_active", outputs), name=asked)
        want = outputs > 0
        if got.shape == ():
            wrong(
                en=f"{asked} should give one answer for each output, {want.tolist()}, but a single "
                f"one came: {bool(got)}.",
                ja=f"{asked} は出力値ごとの答え {want.tolist()} になるはずですが、"
                f"答えが 1 つだけ返りました: {bool(got)}",
            )
        require(
            got.shape == want.shape and np.array_equal(got.astype(bool), want),
            en=f"{asked} should be {want.tolist()}, but {got.tolist()} came.",
            ja=f"{asked} は {want.tolist()} になるはずですが、{got.tolist()} が返りました。",
        )
