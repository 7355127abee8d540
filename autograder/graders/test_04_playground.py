"""Hidden checks of 04_playground: other features and networks, real learning, fresh points.

The thresholds stand between right and wrong runs of 200 seeds each, 1,000 fresh points a seed: see
`tools/calibration/` and docs/calibration/floors.json.
"""

import io
import weakref

import numpy as np
import pytest

from autograder.grading import (
    Model,
    NotDone,
    Submission,
    Text,
    as_array,
    kind_of,
    require,
    wrong,
)
from autograder.playground.data import (
    FEATURES,
    features,
    make_circle,
    make_gauss,
    make_spiral,
    make_xor,
)

SOLVED = 0.95
"""Accuracy on fresh points of one neuron with the right features."""
SPIRAL_SOLVED = 0.9
SPIRAL_RUNS = 4
"""A good network may have a bad start: up to 6 runs in 100 fail, four in a row hardly ever do."""
SPIRAL_NEURONS = 20


def net(submission, n_features, hidden):
    """What build_net returns, once it is known to be a model that is built."""
    model = submission.call("build_net", n_features, hidden)
    require(
        isinstance(model, Model) and model.built,
        en=f"build_net({n_features}, {hidden}) did not return a model that is ready to use.",
        ja=f"build_net({n_features}, {hidden}) が、すぐに使えるモデルを返しませんでした。",
    )
    return model


def clouds(n, seed):
    """Two clouds, around (4, 4) and (0, 0): no neuron with random weights tells them apart.

    It would need a bias, and biases start at 0.
    """
    points, labels = make_gauss(n, seed=seed)
    return points + 2.0, labels


def accuracy(model, points, labels, names):
    """Share of points that the model gets right, by the grader's own features and copy."""
    outputs = model.predict(features(points, names)).reshape(len(points), -1)
    return float(np.mean((outputs[:, 0] > 0.5) == labels))


@pytest.mark.points(0.5, task="features", needs="test_features_by_hand")
def test_features_come_in_the_order_of_the_names(submission):
    """Any choice of names, in any order, for many points.

    名前をどう選んでも、どんな順序でも、点がたくさんあっても計算できます。
    """
    rng = np.random.default_rng(41)
    points = rng.uniform(-6, 6, (9, 2))
    for names in (["sin(x2)", "x1"], ["x1*x2", "x2^2", "x1^2"], ["x2"], list(FEATURES)[::-1]):
        asked = f"features(points, {names})"
        got = as_array(
            submission.call("features", points, names), name=asked, shape=(9, len(names))
        )
        want = features(points, names)
        if len(names) > 1 and np.allclose(got, features(points, sorted(names, key=_place))):
            wrong(
                en=f"{asked} has the right columns in another order: the first should be "
                f"{names[0]}. The order is that of the argument names.",
                ja=f"{asked} の列は正しいのですが、順序が違います。最初の列は {names[0]} "
                "のはずです。引数 names の順に並べましょう。",
            )
        bad = [
            name
            for name, a, b in zip(names, got.T, want.T, strict=True)
            if not np.allclose(a, b, rtol=1e-4, atol=1e-5)
        ]
        require(
            not bad,
            en=f"{asked}: the column {bad and bad[0]} is not right for all the points, though it "
            "was for (2, -3). Does it lose decimals, a sign, or all rows but the first?",
            ja=f"{asked} の {bad and bad[0]} の列は、点 (2, -3) では正しかったのに、正しくない点が"
            "あります。小数や符号が失われたり、最初の行だけを計算したりしていませんか。",
        )


def _place(name):
    return list(FEATURES).index(name)


@pytest.mark.points(0.5, task="features", needs="test_features_by_hand")
def test_features_leave_the_points_alone(submission):
    """The points stay as they were.

    受け取った points を書き換えません。
    """
    points = np.array([[1.5, -2.5], [0.5, 3.0]])
    answer = submission.ask("features", points, list(FEATURES))
    require(
        not answer.changed,
        en="features wrote into the array points that it was given. Compute new arrays: `**=` and "
        "`points[:, 0] = …` change the caller's data.",
        ja="features が、受け取った配列 points を書き換えました。新しい配列を作りましょう。"
        "`**=` や `points[:, 0] = …` は、呼び出した人のデータを変えてしまいます。",
    )


@pytest.mark.points(0.5, task="net", needs="test_small_net_by_hand")
def test_hidden_layers_follow_the_list(submission):
    """Other lists give other networks, and the empty list gives a single neuron.

    リストが変わればネットワークも変わり、空のリストならニューロン 1 個になります。
    """
    for n_features, hidden in ((1, []), (3, [7]), (5, [3, 5, 2]), (7, [8, 8])):
        asked = f"build_net({n_features}, {hidden})"
        model = net(submission, n_features, hidden)
        units = [layer.units for layer in model.dense]
        require(
            model.input_shape == (None, n_features),
            en=f"{asked} should take {n_features} features, but its input has the shape "
            f"{model.input_shape}. Use the argument n_features.",
            ja=f"{asked} の入力は {n_features} 個の特徴のはずですが、入力の形は "
            f"{model.input_shape} です。引数 n_features を使いましょう。",
        )
        require(
            units == [*hidden, 1],
            en=f"{asked} should have Dense layers of {[*hidden, 1]} neurons, but they have {units}."
            " One hidden layer for each number in the list, then the output neuron.",
            ja=f"{asked} の Dense 層のニューロンは {[*hidden, 1]} 個のはずですが、{units} "
            "個でした。リストの数ごとに隠れ層が 1 つ、最後に出力のニューロンです。",
        )


@pytest.mark.points(0.5, task="net", needs="test_small_net_by_hand")
def test_hidden_neurons_use_tanh(submission):
    """The hidden neurons use tanh; without an activation depth is of no use.

    隠れ層のニューロンは tanh を使います。活性化関数がないと、層を深くしても役に立ちません。
    """
    hidden = net(submission, 2, [4, 2]).dense[:-1]
    found = [layer.activation for layer in hidden]
    if "linear" in found:
        wrong(
            en="A hidden layer has no activation function. Weighted sums of weighted sums are just "
            "weighted sums: however deep it is, this network draws a straight line.",
            ja="活性化関数のない隠れ層があります。重み付き和の重み付き和は、やはり重み付き和です。"
            "どんなに層を深くしても、このネットワークの境界は直線です。",
        )
    require(
        set(found) == {"tanh"},
        en=f"The hidden layers should use tanh, but there is {', '.join(sorted(set(found)))}. "
        "Compare the activation function with the table.",
        ja=f"隠れ層には tanh を使うはずですが、{'、'.join(sorted(set(found)))} になっています。"
        "活性化関数を本文の表と比べましょう。",
    )


@pytest.mark.points(0.25, task="train", needs="test_loss_falls")
def test_weights_move(submission):
    """Learning changes the weights of the model that was given.

    学習すると、渡されたモデルの結合の重みが変わります。
    """
    points, labels = make_gauss(60, seed=4)
    before = net(submission, 2, [3])
    submission.call("train", before, points, labels, 2)
    after = submission.snapshot(before)
    moved = [not np.array_equal(a, b) for a, b in zip(before.weights, after.weights, strict=True)]
    require(
        any(moved),
        en="After train the weights of the model are exactly what they were before. Is it the "
        "model in the argument that learns, or a copy of it?",
        ja="train の後も、モデルの重みが前とまったく同じです。学習しているのは引数の model "
        "ですか。そのコピーではありませんか。",
    )
    require(
        all(moved),
        en="Some weights of the model did not move at all while it learned. Are layers frozen "
        "(trainable = False)? All layers should learn.",
        ja="学習しても、まったく変わらない重みがありました。層を固定（trainable = False）していませんか。"
        "すべての層が学習するはずです。",
    )


@pytest.mark.points(0.25, task="train", needs="test_loss_falls, test_weights_move")
def test_ten_points_a_step(submission):
    """The weights are moved once for every ten points.

    重みは、点を 10 個見せるごとに 1 回動きます。
    """

    def moved(points, epochs):
        """How far a weight gets by the same point again and again: as far as there are steps."""
        before = net(submission, 2, [])
        x, y = np.tile([[1.0, -2.0]], (points, 1)), np.ones(points, int)
        submission.call("train", before, x, y, epochs)
        after = submission.snapshot(before)
        return max(
            float(np.abs(a - b).max()) for a, b in zip(before.weights, after.weights, strict=True)
        )

    # Ten steps each if there are ten points in a step, and if a step may have fewer.
    together, alone = moved(100, 1), moved(5, 10)
    require(
        abs(together - alone) <= 0.05 * alone,
        en="With 100 points in an epoch the weights should be moved ten times, but they move "
        f"{together / alone:.1f} times as far as in ten epochs of 5 points. Compare the batch size "
        "with the table: fit has one of its own if it is told none.",
        ja="1 エポックに点が 100 個あれば重みは 10 回動くはずですが、点 5 個で 10 エポック学習したときの "
        f"{together / alone:.1f} 倍動きました。バッチの大きさを本文の表と比べましょう。指定しないと、"
        "fit がもともと持っている値になります。",
    )


@pytest.mark.points(0.5, task="train", needs="test_loss_falls, test_weights_move")
def test_learns_to_tell_fresh_points_apart(submission):
    """After 15 epochs one neuron tells two clouds apart, on points it has never seen.

    15 エポックの学習で、ニューロン 1 個が、見たことのない点でも 2 つの集まりを見分けます。
    """
    names = ["x1", "x2"]
    model = net(submission, 2, [])
    submission.call("train", model, *clouds(250, seed=5), 15)
    got = accuracy(submission.snapshot(model), *clouds(1000, seed=6), names)
    require(
        got >= SOLVED,
        en=f"After 15 epochs on 250 points a single neuron should tell the two clouds apart; on "
        f"1,000 fresh points it gets only {got:.1%} right. Compare the optimizer, the learning "
        "rate 0.03 and the batch size 10 with the table.",
        ja=f"250 個の点で 15 エポック学習すれば、ニューロン 1 個で 2 つの集まりを見分けられるはず"
        f"ですが、新しい 1,000 個の点での精度は {got:.1%} でした。最適化の方法、学習率 0.03、"
        "バッチの大きさ 10 を本文の表と比べましょう。",
    )


def halves():
    """Two clouds, but in the second half the labels are swapped.

    Whoever learns from the first half is right there and wrong on the second half.
    """
    points, labels = clouds(500, seed=7)
    return points, np.concatenate([labels[:250], 1 - labels[250:]])


_OF_HALVES: weakref.WeakKeyDictionary[Submission, tuple[Model, float, float]] = (
    weakref.WeakKeyDictionary()
)


def experiment_on_halves(submission):
    """The experiment on `halves()`. Three checks look at it, so it is run once a submission."""
    if submission not in _OF_HALVES:
        _OF_HALVES[submission] = experiment(submission, *halves(), ["x1", "x2"], [], 15)
    return _OF_HALVES[submission]


def experiment(submission, points, labels, names, hidden, epochs):
    """(model, seen, fresh) as `experiment` returns them."""
    got = submission.call("experiment", points, labels, names, hidden, epochs)
    if not isinstance(got, tuple | list) or len(got) != 3 or not isinstance(got[0], Model):
        wrong(
            en="experiment should return three things: the trained model, the accuracy on the "
            f"first half, the accuracy on the second half. What came is {_described(got)}.",
            ja="experiment は、学習したモデル、前半での精度、後半での精度の 3 つを返すはずです。"
            f"返ってきたのは {_described(got)} でした。",
        )
    seen, fresh = (
        as_array(value, name=f"the {which} accuracy of experiment", shape=()).item()
        for which, value in (("first", got[1]), ("second", got[2]))
    )
    return got[0], seen, fresh


def _described(value):
    if isinstance(value, tuple | list):
        return "(" + ", ".join(kind_of(v) for v in value) + ")"
    return kind_of(value)


@pytest.mark.points(0.5, task="fresh", needs="test_features_by_hand, test_loss_falls")
def test_label_is_no_feature(submission):
    """The network sees the features of the points, and never the label.

    ネットワークに入れるのは点の特徴だけで、ラベルは入れません。
    """
    model, _, _ = experiment_on_halves(submission)
    got = model.input_shape
    if got == (None, 3):
        wrong(
            en="With two features the network of experiment takes 3 numbers. If the third is "
            "computed from the label, the answer is given away: for a new point nobody knows the "
            "label. Use the features with these names alone.",
            ja="特徴は 2 つなのに、experiment のネットワークには 3 つの数が入っています。3 つ目を"
            "ラベルから計算したのなら、答えを教えていることになります。新しい点のラベルは誰も"
            "知りません。指定された名前の特徴だけを使いましょう。",
        )
    require(
        got == (None, 2),
        en=f"With two features the network of experiment should take 2 numbers, but its input has "
        f"the shape {got}.",
        ja=f"特徴が 2 つなら、experiment のネットワークには 2 つの数が入るはずですが、入力の形は "
        f"{got} でした。",
    )


@pytest.mark.points(
    0.5,
    task="fresh",
    needs="test_label_is_no_feature, test_learns_to_tell_fresh_points_apart",
)
def test_learns_from_the_first_half_only(submission):
    """The experiment learns from the first half of the points and from no other.

    実験では、点の前半だけで学習します。
    """
    points, labels = halves()
    model, _, _ = experiment_on_halves(submission)
    first = accuracy(model, points[:250], labels[:250], ["x1", "x2"])
    second = accuracy(model, points[250:], labels[250:], ["x1", "x2"])
    if second > SOLVED:
        wrong(
            en="The model of experiment knows the second half of the points and not the first: it "
            "was trained on the wrong half.",
            ja="experiment のモデルは、点の前半ではなく後半を学習しています。半分の取り方が逆です。",
        )
    if min(first, second) > 0.2:
        wrong(
            en="The model of experiment has learned from the second half as well (the check gave "
            "the two halves opposite labels, and it is in two minds). Points that were used for "
            "training are not fresh any more: hand only the first half to train.",
            ja="experiment のモデルは、後半の点も学習に使っています。（前半と後半で逆のラベルを付けて"
            "確かめたところ、どちらつかずでした。）学習に使った点は、もう新しい点ではありません。"
            "train には前半だけを渡しましょう。",
        )
    require(
        first >= SOLVED,
        en=f"After 15 epochs the model of experiment gets only {first:.1%} of its own training "
        "points right, though train can do better. Do the labels belong to the same points?",
        ja=f"15 エポック学習した experiment のモデルの、訓練データでの精度は {first:.1%} でした。"
        "train ならもっとよくなるはずです。点とラベルは正しく対応していますか。",
    )


@pytest.mark.points(
    0.5,
    task="fresh",
    needs="test_label_is_no_feature, test_accuracy_is_the_share_that_is_right",
)
def test_tested_on_the_second_half(submission):
    """The second accuracy is measured on the second half, which the model has not seen.

    2 つ目の精度は、モデルが見たことのない後半の点で測ります。
    """
    points, labels = halves()
    model, seen, fresh = experiment_on_halves(submission)
    first = accuracy(model, points[:250], labels[:250], ["x1", "x2"])
    second = accuracy(model, points[250:], labels[250:], ["x1", "x2"])
    whole = (first + second) / 2
    if abs(fresh - second) > 0.02 and abs(fresh - first) < 0.02:
        wrong(
            en=f"The second accuracy, {fresh:.3f}, is that of the points that the model was "
            f"trained on. On the second half it is {second:.3f}. Only points that it has never "
            "seen show what it has understood.",
            ja=f"2 つ目の精度 {fresh:.3f} は、学習に使った点での値です。後半では {second:.3f} "
            "になります。モデルが見たことのない点でなければ、本当に学べたかどうかは分かりません。",
        )
    if abs(fresh - second) > 0.02 and abs(fresh - whole) < 0.02:
        wrong(
            en=f"The second accuracy, {fresh:.3f}, is that of all the points together, half of "
            f"which the model was trained on. On the second half alone it is {second:.3f}.",
            ja=f"2 つ目の精度 {fresh:.3f} は、すべての点での値です。その半分は学習に使った点です。"
            f"後半だけでは {second:.3f} になります。",
        )
    require(
        abs(seen - first) <= 0.02 and abs(fresh - second) <= 0.02,
        en=f"experiment reports the accuracies {seen:.3f} and {fresh:.3f}, but its model gets "
        f"{first:.3f} of the first and {second:.3f} of the second half right. Measure them after "
        "training, in this order.",
        ja=f"experiment が返した精度は {seen:.3f} と {fresh:.3f} ですが、そのモデルの精度は前半で "
        f"{first:.3f}、後半で {second:.3f} です。学習した後に、この順序で測りましょう。",
    )


@pytest.mark.points(
    0.5,
    task="map",
    needs="test_small_net_by_hand, test_features_come_in_the_order_of_the_names",
)
def test_map_holds_the_outputs(submission):
    """The map holds the model's outputs, row by row from the bottom of the square.

    図の配列には、正方形の下から 1 行ずつ、モデルの出力が並びます。
    """
    names, size = ["x1", "x2^2", "x2"], 7
    model = net(submission, 3, [4])
    asked = f"decision_map(model, {names}, {size})"
    got = as_array(
        submission.call("decision_map", model, names, size), name=asked, shape=(size, size)
    )

    def outputs(low, high):
        line = np.linspace(low, high, size)
        x1, x2 = np.meshgrid(line, line)
        places = np.column_stack([x1.ravel(), x2.ravel()])
        return model.predict(features(places, names)).reshape(size, size)

    def same(want):
        return np.allclose(got, want, atol=1e-3)

    want = outputs(-6, 6)
    if same(want):
        return
    if same(want.T):
        wrong(
            en=f"{asked} has x1 and x2 swapped: x1 should grow along a row, x2 from row to row.",
            ja=f"{asked} では x1 と x2 が入れ替わっています。x1 は行に沿って、x2 は行ごとに"
            "大きくなるはずです。",
        )
    if same(want[::-1]):
        wrong(
            en=f"{asked} is upside down: row 0 should be the bottom of the square, x2 = -6.",
            ja=f"{asked} の上下が逆です。行 0 は正方形の下の端（x2 = -6）のはずです。",
        )
    if same(want > 0.5):
        wrong(
            en=f"{asked} holds classes, 0 and 1. It should hold the outputs themselves, so that "
            "the map shows how sure the network is.",
            ja=f"{asked} の値が 0 と 1 のクラスになっています。どのくらい確かなのかが分かるように、"
            "出力そのものを入れます。",
        )
    if any(same(outputs(*ends)) for ends in ((0, 6), (-1, 1), (0, 1), (-5, 5))):
        wrong(
            en=f"{asked} covers another square. Both x1 and x2 should run from -6 to 6, with the ends "
            "included.",
            ja=f"{asked} の範囲が違います。x1 も x2 も、両端を含めて -6 から 6 までにします。",
        )
    wrong(
        en=f"{asked} does not hold the outputs of the model at the places of the table. At the "
        f"first, (-6, -6), the output is {want[0, 0]:.3f}, but {got[0, 0]:.3f} came; at the last "
        f"it is {want[-1, -1]:.3f}, but {got[-1, -1]:.3f} came.",
        ja=f"{asked} の値が、表の各点でのモデルの出力と違います。最初の (-6, -6) での出力は "
        f"{want[0, 0]:.3f} ですが、{got[0, 0]:.3f} でした。最後は {want[-1, -1]:.3f} ですが、"
        f"{got[-1, -1]:.3f} でした。",
    )


def drawn_points(ax):
    """What `plt.scatter` and `plt.plot` drew: the places, and how many colours they have."""
    parts = [(p.x, p.y, p.colors) for p in ax.scatters] + [(p.x, p.y, 1) for p in ax.lines]
    return [
        (np.column_stack([x.ravel(), y.ravel()]), colors)
        for x, y, colors in parts
        if x.size and x.size == y.size
    ]


def near(places, point):
    """Whether something lies at a point, give or take half a cell of the map."""
    return bool((np.abs(places - point).max(axis=1) < 0.3).any())


@pytest.mark.points(0.25, task="map", needs="test_map_is_drawn")
def test_points_lie_on_their_places_of_the_map(submission):
    """The points lie where they belong on the map, in two colours.

    点は、図の正しい位置に 2 色で描かれます。
    """
    points = np.array([[4.0, -2.0], [-3.0, 5.0], [1.0, 2.0], [-5.0, -4.0]])
    labels = np.array([0, 1, 1, 0])
    answer = submission.ask("draw_map", net(submission, 2, []), ["x1", "x2"], points, labels)
    shown = [ax for f in answer.figures for ax in f.axes if ax.images or ax.collections]
    require(
        shown,
        en="draw_map drew no map with points for four points. Does it draw any points it is given?",
        ja="点が 4 個のとき、draw_map は図と点を描きませんでした。どんな点を渡されても描けますか。",
    )
    parts = drawn_points(shown[0])
    ends = shown[0].extents[0].ravel() if shown[0].extents else np.array([])
    left, right, bottom, top = ends.tolist() if ends.size == 4 else (-6.0, 6.0, -6.0, 6.0)

    def on_map(places):
        with np.errstate(all="ignore"):
            return (places - [left, bottom]) / [right - left, top - bottom] * 12 - 6

    there = [any(near(on_map(places), point) for places, _ in parts) for point in points]
    drawn = [any(near(places, point) for places, _ in parts) for point in points]
    colors = sum(c for places, c in parts if any(near(on_map(places), point) for point in points))
    if not all(there) and all(drawn):
        wrong(
            en=f"The map of draw_map reaches from {left:g} to {right:g} along x1 and from {bottom:g} "
            f"to {top:g} along x2, so the points do not lie on their places of it. Both should "
            "reach from -6 to 6: imshow counts rows and columns unless it is told the extent.",
            ja=f"draw_map の図は、x1 の方向が {left:g} から {right:g} まで、x2 の方向が {bottom:g} から "
            f"{top:g} までなので、点が図の正しい位置にありません。どちらも -6 から 6 までにします。imshow は、"
            "範囲 (extent) を指定しないと行と列の番号で数えます。",
        )
    for point, found in zip(points.tolist(), there, strict=True):
        require(
            found,
            en=f"draw_map drew no point at {point}, which is one of the points it was given. The "
            "first column of points is x1, to the right; the second is x2, upwards.",
            ja=f"draw_map に渡した点の 1 つ {point} が描かれていません。points の 1 列目は x1（右向き）、"
            "2 列目は x2（上向き）です。",
        )
    require(
        colors >= 2,
        en="draw_map drew all points in one colour. Give the points of label 0 and those of label "
        "1 colours of their own, so that one sees which the network gets wrong.",
        ja="draw_map では、点がすべて同じ色です。ラベル 0 の点とラベル 1 の点の色を変えて、ネットワークが"
        "間違えた点が分かるようにしましょう。",
    )


@pytest.mark.points(0.25, task="map", needs="test_map_is_drawn")
def test_map_is_the_right_way_up(submission):
    """In the picture x2 grows upwards.

    図では、x2 が上へ行くほど大きくなります。
    """
    from PIL import Image

    # One neuron, once with x2 and once with x1 as its feature: the two pictures differ most at the
    # top left and at the bottom right, and not at all where x1 = x2, from bottom left to top right.
    model = net(submission, 1, [])
    points, labels = np.array([[4.0, 4.0], [-4.0, -4.0]]), np.array([1, 0])
    pictures = []
    for name in ("x2", "x1"):
        figures = submission.ask("draw_map", model, [name], points, labels).figures
        png = figures[0].png if figures else b""
        try:
            with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
                pictures.append(np.asarray(image.convert("RGB"), float))
        except (OSError, SyntaxError, ValueError):
            wrong(
                en=f"draw_map(model, ['{name}'], points, labels) left no picture. It should draw for "
                "any model and its features, not only for x1 and x2 together.",
                ja=f"draw_map(model, ['{name}'], points, labels) の図がありません。x1 と x2 の組だけで"
                "なく、どのモデルと特徴でも描けるようにしましょう。",
            )
    require(
        pictures[0].shape == pictures[1].shape and not np.array_equal(*pictures),
        en="The pictures for the features x2 and x1 should differ, but they are the same: is it "
        "the map of the given model and names?",
        ja="特徴が x2 のときと x1 のときで図が違うはずですが、同じでした。渡された model と names "
        "の図を描いていますか。",
    )
    differs = np.abs(pictures[0] - pictures[1]).sum(axis=2)
    row, column = (np.average(axis, weights=differs) for axis in np.indices(differs.shape))
    rows, columns = np.indices(differs.shape)
    together = np.average((rows - row) * (columns - column), weights=differs)
    require(
        together > 0,
        en="In the picture of draw_map the map is upside down below the points: row 0 of the map "
        "is x2 = -6 and belongs at the bottom, but pictures usually start at the top.",
        ja="draw_map では、点の下の図の上下が逆です。行 0 は x2 = -6 なので下にくるはずですが、"
        "画像はふつう上から始まります。",
    )


def chosen(submission, name, count=None):
    """A list of feature names that the learner chose."""
    value = submission.value(name)
    if value is None:
        raise NotDone(
            Text(
                en=f"{name} is still None. TODO 6: try some features and write your choice there.",
                ja=f"{name} がまだ None です。TODO 6: いろいろな特徴を試して、選んだものを"
                "書いてください。",
            )
        )
    value = [value] if isinstance(value, str) else value
    known = isinstance(value, list | tuple) and all(v in FEATURES for v in value)
    require(
        known and value and len(set(value)) == len(value),
        en=f"{name} should be a list of the seven names, each once, but it is {value!r}.",
        ja=f"{name} は 7 つの名前からなるリスト（同じ名前は 1 回だけ）のはずですが、{value!r} "
        "になっています。",
    )
    if count is not None:
        require(
            len(value) == count,
            en=f"{name} has {len(value)} features, and {count} would be enough. Which of them "
            "really matter?",
            ja=f"{name} には特徴が {len(value)} 個ありますが、{count} 個で十分です。"
            "本当に必要なのはどれでしょうか。",
        )
    return list(value)


def one_neuron(submission, names, data, seed):
    """Accuracy on fresh points of one neuron that the submission's own functions trained."""
    model, _, _ = experiment(submission, *data(500, seed=seed), names, [], 20)
    return accuracy(model, *data(1000, seed=seed + 1), names)


STRAIGHT = Text(
    en="With x1 and x2 alone one neuron draws a straight line, and no straight line does it.",
    ja="x1 と x2 だけでは、ニューロン 1 個の境界は直線です。直線では分けられません。",
)


@pytest.mark.points(
    0.5,
    task="choices",
    needs="test_learns_from_the_first_half_only, test_features_come_in_the_order_of_the_names",
)
def test_one_neuron_solves_the_circle(submission):
    """With your two features one neuron separates the circle, on fresh points.

    選んだ 2 つの特徴があれば、ニューロン 1 個で円を分けられます（新しい点で確かめます）。
    """
    names = chosen(submission, "CIRCLE_FEATURES", 2)
    got = one_neuron(submission, names, make_circle, 21)
    raw = set(names) == {"x1", "x2"}
    require(
        got >= SOLVED,
        en=f"From {' and '.join(names)} one neuron gets only {got:.1%} of 1,000 fresh points of "
        "the circle right. "
        + (STRAIGHT.en if raw else "What do all the points inside the circle have in common?"),
        ja=f"{' と '.join(names)} からでは、円の新しい 1,000 個の点でのニューロン 1 個の精度は "
        f"{got:.1%} でした。"
        + (STRAIGHT.ja if raw else "円の内側の点に共通しているのは何でしょうか。"),
    )


@pytest.mark.points(0.5, task="choices", needs="test_learns_from_the_first_half_only")
def test_one_neuron_solves_xor(submission):
    """With your one feature one neuron separates XOR, on fresh points.

    選んだ 1 つの特徴があれば、ニューロン 1 個で XOR を分けられます（新しい点で確かめます）。
    """
    names = chosen(submission, "XOR_FEATURES", 1)
    got = one_neuron(submission, names, make_xor, 23)
    require(
        got >= SOLVED,
        en=f"From {names[0]} one neuron gets only {got:.1%} of 1,000 fresh points of XOR right. "
        "The label depends on x1 and x2 together: on whether their signs agree.",
        ja=f"{names[0]} からでは、XOR の新しい 1,000 個の点でのニューロン 1 個の精度は {got:.1%} "
        "でした。ラベルは x1 と x2 の両方で決まります。符号が同じかどうかです。",
    )


@pytest.mark.points(
    0.5,
    task="choices",
    needs="test_learns_from_the_first_half_only, test_hidden_neurons_use_tanh, "
    "test_features_come_in_the_order_of_the_names, test_hidden_layers_follow_the_list, test_weights_move",
)
def test_hidden_layers_solve_the_spiral(submission):
    """Your network learns the spiral in 60 epochs: at least 0.9 on fresh points.

    選んだネットワークは、60 エポックでらせんを学習します（新しい点での精度が 0.9 以上）。
    """
    names = chosen(submission, "SPIRAL_FEATURES")
    hidden = submission.value("SPIRAL_HIDDEN")
    if hidden is None:
        raise NotDone(
            Text(
                en="SPIRAL_HIDDEN is still None. TODO 6: write the neurons of each hidden layer "
                "there, as a list.",
                ja="SPIRAL_HIDDEN がまだ None です。TODO 6: 隠れ層ごとのニューロンの個数を、"
                "リストで書いてください。",
            )
        )
    units = as_array(hidden, name="SPIRAL_HIDDEN")
    require(
        units.ndim == 1 and units.size and units.dtype.kind in "iu" and (units > 0).all(),
        en=f"SPIRAL_HIDDEN should be a list of whole numbers such as [4, 2], but it is {hidden!r}. "
        "Without a hidden layer no choice of features is enough for the spiral.",
        ja=f"SPIRAL_HIDDEN は [4, 2] のような整数のリストのはずですが、{hidden!r} です。"
        "隠れ層がないと、どの特徴を選んでもらせんは学習できません。",
    )
    require(
        units.sum() <= SPIRAL_NEURONS,
        en=f"SPIRAL_HIDDEN has {units.sum()} neurons in all; {SPIRAL_NEURONS} is the limit.",
        ja=f"SPIRAL_HIDDEN のニューロンは全部で {units.sum()} 個です。{SPIRAL_NEURONS} "
        "個までにしてください。",
    )
    got = 0.0
    for run in range(SPIRAL_RUNS):
        points, labels = make_spiral(500, seed=25 + 2 * run)
        model, _, _ = experiment(submission, points, labels, names, units.tolist(), 60)
        got = max(got, accuracy(model, *make_spiral(1000, noise=0.0, seed=26 + 2 * run), names))
        if got >= SPIRAL_SOLVED:
            break
    raw = set(names) <= {"x1", "x2"}
    require(
        got >= SPIRAL_SOLVED,
        en=f"In the best of {SPIRAL_RUNS} runs your network for the spiral gets {got:.1%} of 1,000 "
        "fresh points right after 60 epochs; 90% is asked for. "
        + (
            "x1 and x2 alone are hard: which features are waves?"
            if raw
            else "Try more neurons, or features that go up and down like waves."
        ),
        ja=f"らせん用のネットワークの、60 エポック後の新しい 1,000 個の点での精度は、{SPIRAL_RUNS} 回の"
        f"うち最もよくて {got:.1%} でした。90% 以上が条件です。"
        + (
            "x1 と x2 だけでは難しいです。波になっている特徴はどれでしょうか。"
            if raw
            else "ニューロンを増やすか、波のように上下する特徴を試しましょう。"
        ),
    )
