"""Hidden checks of 05_classification: other sizes, batches, ties, classes that do not occur."""

import numpy as np
import pytest

from autograder.grading import as_array, require, wrong


def one_hot(labels, classes):
    """labels: (n,). Returns zeros and ones, (n, classes)."""
    return (np.asarray(labels)[:, None] == np.arange(classes)).astype(float)


def activations(hidden, weights, bias):
    """hidden: (d,) or (n, d); weights: (d, k); bias: (k,). Returns softmax of the scores by row."""
    scores = np.asarray(hidden, float) @ weights + bias
    scores = scores - scores.max(axis=-1, keepdims=True)
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def confusion(truth, predicted, classes):
    """truth, predicted: (n,). Returns counts, (classes, classes), rows = truth."""
    cells = np.asarray(truth, int) * classes + np.asarray(predicted, int)
    return np.bincount(cells, minlength=classes * classes).reshape(classes, classes)


def close(got, want):
    """Equal shape, and equal numbers as far as float32 arithmetic allows; nan equals nothing."""
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=1e-4, atol=1e-5)


@pytest.mark.points(0.5, task="one_hot", needs="test_one_hot_of_0_1_and_9")
def test_one_hot_keeps_classes_that_do_not_occur(submission):
    """Every class has its column, also one that no label names.

    どのラベルにも現れないクラスにも、列があります。
    """
    labels = np.array([0, 1, 2])
    asked = "one_hot([0, 1, 2])"
    got = as_array(submission.call("one_hot", labels), name=asked)
    if got.shape == (3, 3):
        wrong(
            en=f"{asked} has 3 columns: their number was taken from the labels. A class that does "
            "not occur here is a class all the same; there are 10 of them.",
            ja=f"{asked} の列が 3 つしかありません。列の数をラベルから決めています。ここに現れない"
            "クラスもクラスなので、列は 10 列です。",
        )
    require(
        close(got, one_hot(labels, 10)),
        en=f"{asked} should have shape (3, 10), with the ones at the places 0, 1 and 2, but "
        f"{got.tolist()} came.",
        ja=f"{asked} は形が (3, 10) で、0, 1, 2 の場所が 1 のはずですが、{got.tolist()} でした。",
    )


@pytest.mark.points(0.5, task="one_hot", needs="test_one_hot_of_0_1_and_9")
def test_one_hot_with_another_number_of_classes(submission):
    """The number of classes can be another one than ten.

    クラスの数は 10 以外でもかまいません。
    """
    for classes in (4, 12):  # 4 first: there a fixed 10 gives a wrong shape, and no error
        labels = np.array([0, 2, classes - 1])
        asked = f"one_hot({labels.tolist()}, {classes})"
        got = as_array(submission.call("one_hot", labels, classes), name=asked)
        require(
            close(got, one_hot(labels, classes)),
            en=f"{asked} should have {classes} columns, one for each class, but its shape is "
            f"{got.shape}. Use the argument `classes` instead of a fixed number.",
            ja=f"{asked} の列はクラスごとに 1 つ、全部で {classes} 列のはずですが、形は {got.shape} "
            "でした。決まった数ではなく、引数 `classes` を使いましょう。",
        )


@pytest.mark.points(0.5, task="one_hot", needs="test_one_hot_of_0_1_and_9")
def test_one_hot_keeps_order_and_repeats(submission):
    """Labels in any order, with repeats: one row for each of them.

    順番がばらばらで重複があっても、ラベル 1 つが 1 行になります。
    """
    labels = np.append(np.random.default_rng(5).integers(0, 10, 60), 9)
    want = one_hot(labels, 10)
    got = as_array(submission.call("one_hot", labels), name="one_hot of 61 labels")
    require(
        got.shape == (61, 10),
        en=f"one_hot of 61 labels should have 61 rows, but its shape is {got.shape}. Labels that "
        "occur again get a row each time.",
        ja=f"61 個のラベルに対する one_hot は 61 行のはずですが、形は {got.shape} でした。同じラベルが"
        "もう一度現れたら、そのたびに 1 行になります。",
    )
    if close(got, one_hot(np.sort(labels), 10)):
        wrong(
            en="one_hot put the labels in order first. Row i has to belong to labels[i]: sorted "
            "rows no longer fit their images.",
            ja="one_hot の結果では、ラベルが並べ替えられています。i 行目は labels[i] を表す必要が"
            "あります。並べ替えると、どの画像のラベルかわからなくなります。",
        )
    bad = np.flatnonzero((got != want).any(axis=1))
    if bad.size:
        row, label = bad[0], labels[bad[0]]
        wrong(
            en=f"one_hot of 61 labels: {bad.size} rows are not right. The first is row {row}, of "
            f"the label {label}: its only 1 should stand at place {label}, but it is "
            f"{got[row].tolist()}.",
            ja=f"61 個のラベルに対する one_hot のうち、{bad.size} 行が正しくありません。最初はラベル {label} "
            f"の行（{row} 行目）で、{label} の場所だけが 1 のはずですが、{got[row].tolist()} でした。",
        )


@pytest.mark.points(0.5, task="classify", needs="test_classify_by_hand")
def test_classify_from_128_to_10(submission):
    """128 neurons in front, ten output neurons, weights of both signs.

    前の層が 128 個、出力ニューロンが 10 個で、結合の重みに正も負もある場合です。
    """
    rng = np.random.default_rng(51)
    hidden = np.maximum(rng.normal(size=128), 0)
    weights, bias = rng.normal(size=(128, 10)) / 8, rng.normal(size=10)
    want = activations(hidden, weights, bias)
    got = as_array(submission.call("classify", hidden, weights, bias), name="classify", shape=(10,))
    scores = np.maximum(hidden @ weights + bias, 0)
    if close(got, np.exp(scores) / np.exp(scores).sum()):
        wrong(
            en="classify set the negative scores to 0 (ReLU) before the softmax. Output neurons "
            "that should be weakest all get the same activation then. ReLU belongs to the hidden "
            "layers; the last layer has softmax only.",
            ja="classify は、負のスコアを 0 にして (ReLU) からソフトマックスに渡しています。これでは、"
            "弱いはずの出力ニューロンの活性化度がすべて同じになります。ReLU は隠れ層で使います。"
            "最終層の活性化関数は、ソフトマックスだけです。",
        )
    require(
        close(got, want),
        en=f"classify with 128 neurons and 10 classes should give {np.round(want, 3).tolist()}, "
        f"but {np.round(got.astype(float), 3).tolist()} came; their sum is {got.sum():.3f}. Are negative weights "
        "and scores used like any others?",
        ja=f"前の層が 128 個、クラスが 10 種類のとき、classify は {np.round(want, 3).tolist()} の"
        f"はずですが、{np.round(got.astype(float), 3).tolist()} でした。合計は {got.sum():.3f} です。負の結合の重みや"
        "負のスコアも、そのまま使っていますか。",
    )


@pytest.mark.points(0.5, task="classify", needs="test_classify_by_hand")
def test_classify_a_batch_row_by_row(submission):
    """In a batch each row has activations of its own, which add up to 1.

    バッチでは行ごとに活性化度が求められ、それぞれの合計が 1 になります。
    """
    rng = np.random.default_rng(52)
    hidden = rng.uniform(0, 1, size=(5, 64))
    weights, bias = rng.uniform(0, 0.1, size=(64, 10)), rng.uniform(0, 1, size=10)
    want = activations(hidden, weights, bias)
    got = as_array(
        submission.call("classify", hidden, weights, bias), name="classify of 5 rows", shape=(5, 10)
    )
    powers = np.exp(hidden @ weights + bias)
    if close(got, powers / powers.sum()):
        wrong(
            en="classify of 5 rows gave activations that add up to 1 over the whole batch. Every "
            "row is an input of its own: each row has to add up to 1.",
            ja="5 行のバッチに対する classify で、バッチ全体の合計が 1 になっています。1 行が 1 つの入力"
            "なので、行ごとに合計が 1 になる必要があります。",
        )
    if close(got, powers / powers.sum(axis=0)):
        wrong(
            en="classify of 5 rows gave columns that add up to 1. The softmax ran over the inputs; "
            "it has to run over the classes, along each row.",
            ja="5 行のバッチに対する classify で、列の合計が 1 になっています。ソフトマックスは入力の方向"
            "ではなく、行に沿って、クラスの方向に計算します。",
        )
    require(
        close(got, want),
        en="classify of 5 rows should give each row the activations that it gets on its own. The "
        f"first row should be {np.round(want[0], 3).tolist()}, but it is "
        f"{np.round(got[0].astype(float), 3).tolist()}.",
        ja="5 行のバッチに対する classify は、どの行も単独のときと同じ活性化度になるはずです。最初の行は "
        f"{np.round(want[0], 3).tolist()} のはずですが、{np.round(got[0].astype(float), 3).tolist()} でした。",
    )
    got = as_array(submission.call("classify", hidden[:1], weights, bias), name="classify of 1 row")
    require(
        close(got, want[:1]),
        en="classify of a batch of one row should give one row of activations, shape (1, 10), but "
        f"its shape is {got.shape}. A batch stays a batch, also for n = 1.",
        ja="1 行だけのバッチに対する classify は、1 行の活性化度（形は (1, 10)）になるはずですが、形は "
        f"{got.shape} でした。n = 1 のときも、バッチはバッチのままです。",
    )


@pytest.mark.points(0.5, task="classify", needs="test_classify_by_hand")
def test_classify_survives_large_scores(submission):
    """Scores around 1,000 still give activations.

    スコアが 1000 ほどでも、活性化度が求められます。
    """
    hidden, weights = np.array([500.0, 250.0]), np.array([[2.0, 0.0, 1.0], [0.0, 4.0, 2.0]])
    bias = np.array([1.0, 0.0, 1.0])
    want = activations(hidden, weights, bias)
    got = as_array(submission.call("classify", hidden, weights, bias), name="classify", shape=(3,))
    require(
        np.isfinite(got).all(),
        en=f"With the scores 1001, 1000 and 1001 classify gave {got.tolist()}: e to the power of "
        "1,000 is too large for the computer. The softmax given in this chapter subtracts the "
        "largest score first; does classify use it?",
        ja=f"スコアが 1001, 1000, 1001 のとき、classify は {got.tolist()} でした。e の 1000 乗は大きすぎて"
        "計算できません。この章で用意した softmax は、最初に最大のスコアを引きます。classify はそれを"
        "使っていますか。",
    )
    require(
        close(got, want),
        en="With the scores 1001, 1000 and 1001 classify should give "
        f"{np.round(want, 3).tolist()}, but {np.round(got.astype(float), 3).tolist()} came. Only the differences "
        "of the scores count: were they cut off at some limit?",
        ja=f"スコアが 1001, 1000, 1001 のとき、classify は {np.round(want, 3).tolist()} のはずですが、"
        f"{np.round(got.astype(float), 3).tolist()} でした。結果はスコアの差だけで決まります。どこかの値で打ち切って"
        "いませんか。",
    )


@pytest.mark.points(0.5, task="predict_class", needs="test_strongest_neuron_is_the_class")
def test_strongest_may_be_below_a_half(submission):
    """The strongest neuron wins, even with an activation of 0.31.

    活性化度が 0.31 でも、最も強いニューロンが選ばれます。
    """
    unsure = np.array([0.02, 0.01, 0.03, 0.27, 0.04, 0.31, 0.02, 0.05, 0.22, 0.03])
    got = as_array(submission.call("predict_class", unsure), name="predict_class", shape=())
    require(
        got == 5,
        en="predict_class should be 5, where the activation is 0.31 and all others are lower, but "
        f"it is {got.item()}. Is there a rounding, or a limit such as 0.5? What counts is which "
        "one is the largest, not whether it is large.",
        ja="predict_class は、活性化度が 0.31 でほかより高い 5 のはずですが、"
        f"{got.item()} でした。四捨五入したり、0.5 などの基準と比べたりしていませんか。大切なのは、"
        "大きいかどうかではなく、どれが最大かです。",
    )


@pytest.mark.points(0.5, task="predict_class", needs="test_strongest_may_be_below_a_half")
def test_tie_goes_to_the_first(submission):
    """In a tie the first of the strongest neurons wins.

    同点のときは、最も強いもののうち最初のものが選ばれます。
    """
    tie = np.array([0.0, 0.1, 0.4, 0.05, 0.4, 0.0, 0.0, 0.05, 0.0, 0.0])
    got = as_array(submission.call("predict_class", tie), name="predict_class", shape=())
    if got == 4:
        wrong(
            en="Neurons 2 and 4 are equally strong (0.4), and predict_class chose 4, the last of "
            "them. The rule here is that the first one wins: 2.",
            ja="2 番と 4 番のニューロンが同じ強さ (0.4) のとき、predict_class は後の 4 を選びました。"
            "ここでの決まりでは、最初の 2 が選ばれます。",
        )
    require(
        got == 2,
        en="Neurons 2 and 4 are equally strong (0.4); predict_class should choose the first, 2, "
        f"but it gave {got.item()}.",
        ja="2 番と 4 番のニューロンが同じ強さ (0.4) なので、predict_class は最初の 2 を選ぶはずですが、"
        f"{got.item()} でした。",
    )


@pytest.mark.points(0.5, task="predict_class", needs="test_batch_has_one_class_for_each_row")
def test_batch_of_one_row_stays_a_batch(submission):
    """A batch of one row gives an array with one class.

    1 行だけのバッチでは、クラスが 1 つ入った配列が得られます。
    """
    batch = np.array([[0.1, 0.05, 0.05, 0.6, 0.2]])
    value = submission.call("predict_class", batch)
    got = as_array(value, name="predict_class of one row")
    if got.shape == () and got == 3:
        wrong(
            en="predict_class of a batch of one row gave the bare number 3. Whoever passes n rows "
            "expects n classes back, also for n = 1: shape (1,).",
            ja="1 行だけのバッチに対して、predict_class は数の 3 をそのまま返しました。n 行を渡したら "
            "n 個のクラスが返るはずです。n = 1 でも同じで、形は (1,) です。",
        )
    require(
        close(got, [3]),
        en="predict_class of a batch of one row should be [3], shape (1,), but "
        f"{got.tolist()} came, shape {got.shape}.",
        ja="1 行だけのバッチに対する predict_class は [3]、形は (1,) のはずですが、"
        f"{got.tolist()}、形 {got.shape} でした。",
    )


@pytest.mark.points(0.5, task="predict_class", needs="test_strongest_may_be_below_a_half")
def test_strongest_among_negative_scores(submission):
    """The largest wins for any numbers, also when all are negative.

    すべて負の数でも、最大のものが選ばれます。
    """
    rng = np.random.default_rng(53)
    for shift in (0.0, 0.0, -100.0, -100.0):
        scores = np.round(rng.permutation(10) * 0.7 - 3.1 + shift, 1)  # no ties
        want = int(scores.argmax())
        got = as_array(submission.call("predict_class", scores), name="predict_class", shape=())
        if got != want and (scores < 0).all():
            wrong(
                en=f"predict_class({scores.tolist()}) should be {want}, the place of the largest "
                f"(the one nearest to 0), but it is {got.item()}. A search that begins with 0 as "
                "the best so far finds nothing among negative numbers: begin with the first one.",
                ja=f"predict_class({scores.tolist()}) は、最大の（0 に最も近い）数がある {want} の"
                f"はずですが、{got.item()} でした。「これまでの最大」を 0 から始めると、負の数ばかりの"
                "ときは何も見つかりません。最初の数から始めましょう。",
            )
        require(
            got == want,
            en=f"predict_class({scores.tolist()}) should be {want}, but it is {got.item()}. At "
            "which place, counted from 0, is the largest of these numbers?",
            ja=f"predict_class({scores.tolist()}) は {want} のはずですが、{got.item()} でした。"
            "いちばん大きい数は、0 から数えて何番目にありますか。",
        )


@pytest.mark.points(0.5, task="accuracy", needs="test_accuracy_of_four_answers")
def test_accuracy_is_not_rounded(submission):
    """Accuracy of many answers, all right, and all wrong.

    たくさんの答え、全問正解、全問誤りの精度です。
    """
    rng = np.random.default_rng(54)
    truth = rng.integers(0, 10, 1234)
    predicted = np.where(rng.random(1234) < 0.97, truth, (truth + 1) % 10)
    cases = ((predicted, np.mean(truth == predicted)), (truth, 1.0), ((truth + 1) % 10, 0.0))
    for answers, want in cases:
        right = int((truth == answers).sum())
        asked, asked_ja = (
            f"accuracy with {right} of 1234 right",
            f"1234 個のうち {right} 個が正解の精度",
        )
        got = as_array(submission.call("accuracy", truth, answers), name=asked, shape=())
        if got != want and got == np.round(want, 2):
            wrong(
                en=f"{asked} should be {want:.6f}, but it is {got.item()}: rounded. Near 1 the "
                "differences between networks are in the third and fourth place. Round only "
                "when you print.",
                ja=f"{asked_ja}は {want:.6f} のはずですが、丸められて {got.item()} になっています。"
                "精度が 1 に近いと、違いは小数第 3 位や第 4 位に現れます。丸めるのは表示のときだけに"
                "しましょう。",
            )
        require(
            abs(got - want) < 1e-6,
            en=f"{asked} should be {want:.6f}, but it is {got.item():.6f}. Do you compare place by "
            "place, and divide by the number of answers?",
            ja=f"{asked_ja}は {want:.6f} のはずですが、{got.item():.6f} でした。場所ごとに比べ、答えの"
            "個数で割っていますか。",
        )


@pytest.mark.points(0.5, task="confusion_matrix", needs="test_confusion_matrix_by_hand")
def test_confusion_matrix_keeps_classes_that_do_not_occur(submission):
    """Classes that never occur keep their row and column of zeros.

    一度も現れないクラスの行と列も、0 のまま残ります。
    """
    truth, predicted = np.array([3, 5, 5, 1]), np.array([3, 3, 5, 1])
    got = as_array(submission.call("confusion_matrix", truth, predicted), name="confusion_matrix")
    require(
        got.shape == (10, 10),
        en="With the classes 1, 3 and 5 only, the confusion matrix should still have 10 rows and "
        f"10 columns, but its shape is {got.shape}. The size is `classes`, not what occurs.",
        ja="クラス 1, 3, 5 しか現れなくても、混同行列は 10 行 10 列のはずですが、形は "
        f"{got.shape} でした。大きさは `classes` で決まり、何が現れるかにはよりません。",
    )
    require(
        close(got, confusion(truth, predicted, 10)),
        en="truth [3, 5, 5, 1] and predicted [3, 3, 5, 1] should give ones at (3, 3), (5, 3), "
        f"(5, 5) and (1, 1), but the cells that are not 0 are "
        f"{np.argwhere(got != 0).tolist()}.",
        ja="正解 [3, 5, 5, 1]、予測 [3, 3, 5, 1] では、マス (3, 3), (5, 3), (5, 5), (1, 1) が 1 の"
        f"はずですが、0 でないマスは {np.argwhere(got != 0).tolist()} でした。",
    )


@pytest.mark.points(0.5, task="confusion_matrix", needs="test_confusion_matrix_by_hand")
def test_confusion_matrix_counts_thousands(submission):
    """4,000 answers: the cells add up to 4,000 and the diagonal to the right ones.

    答えが 4000 個なら、マスの合計は 4000、対角線の合計は正解の個数です。
    """
    rng = np.random.default_rng(55)
    truth = np.append(rng.integers(0, 10, 3999), 9)
    predicted = np.where(rng.random(4000) < 0.9, truth, rng.integers(0, 10, 4000))
    want = confusion(truth, predicted, 10)
    got = as_array(
        submission.call("confusion_matrix", truth, predicted),
        name="confusion_matrix",
        shape=(10, 10),
    )
    if close(got, want % 256) or close(got, (want + 128) % 256 - 128):
        wrong(
            en=f"The cells add up to {got.sum():g} instead of 4000: where more than 255 (or 127) "
            "should stand, the counting began again. 8-bit numbers (uint8, int8) are too small "
            "for counts; use int.",
            ja=f"マスの合計が 4000 ではなく {got.sum():g} です。255（または 127）を超えるはずのマスで、"
            "数え直しになっています。個数には 8 ビットの数 (uint8, int8) では足りません。int を使いましょう。",
        )
    require(
        got.sum() == 4000,
        en=f"For 4000 answers the cells should add up to 4000, but they add up to {got.sum():g}. "
        "Every answer, right or wrong, adds 1 to one cell.",
        ja=f"答えが 4000 個なので、マスの合計は 4000 のはずですが、{got.sum():g} でした。正しい答えも"
        "誤った答えも、1 つのマスに 1 を足します。",
    )
    require(
        close(got, want),
        en="The cells add up to 4000, but not all of them are right. On the diagonal there should "
        f"be {np.trace(want)} right answers, and there are {np.trace(got):g}.",
        ja=f"マスの合計は 4000 ですが、正しくないマスがあります。対角線の合計（正解の個数）は "
        f"{np.trace(want)} のはずですが、{np.trace(got):g} でした。",
    )
