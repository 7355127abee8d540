"""Public checks of chapter 5: run `pytest` in this folder as often as you like."""

import numpy as np
import pytest

from autograder.grading import as_array, require, wrong


def close(got, want):
    """Equal shape, and equal numbers as far as float32 arithmetic allows."""
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=1e-4, atol=1e-5)


@pytest.mark.points(0.5, task="one_hot")
def test_one_hot_of_0_1_and_9(submission):
    """The labels 0, 1 and 9 become three rows with a single 1 each.

    ラベル 0, 1, 9 は、1 が 1 つだけある 3 つの行になります。
    """
    asked = "one_hot([0, 1, 9])"
    got = as_array(submission.call("one_hot", np.array([0, 1, 9])), name=asked)
    if got.shape == (10, 3):
        wrong(
            en=f"{asked} should have a row for each of the 3 labels and a column for each of the "
            "10 classes, shape (3, 10), but its shape is (10, 3): rows and columns are swapped.",
            ja=f"{asked} は、ラベル 3 個が行、クラス 10 種類が列で、形は (3, 10) のはずですが、"
            "(10, 3) でした。行と列が逆です。",
        )
    require(
        got.shape == (3, 10),
        en=f"{asked} should have shape (3, 10): 3 labels, 10 classes. Its shape is {got.shape}. "
        "The number of columns is the number of classes, whichever labels occur.",
        ja=f"{asked} の形は、ラベル 3 個、クラス 10 種類で (3, 10) のはずですが、{got.shape} "
        "でした。列の数はクラスの数で、どのラベルが現れるかには関係ありません。",
    )
    want = np.zeros((3, 10))
    want[[0, 1, 2], [0, 1, 9]] = 1
    if close(got, np.roll(want, -1, axis=1)):
        wrong(
            en=f"In {asked} every 1 stands one place too far to the left. Places are counted "
            "from 0, so label 0 has its 1 in the first place.",
            ja=f"{asked} では、どの 1 も 1 つ左にずれています。場所は 0 から数えるので、ラベル 0 "
            "の 1 は先頭の場所にあります。",
        )
    if close(got, 1 - want):
        wrong(
            en=f"{asked} has zeros where the ones should be, and ones elsewhere. The right class "
            "gets the 1.",
            ja=f"{asked} では、1 の場所が 0、ほかが 1 になっています。1 にするのは正解のクラスです。",
        )
    if close(got, np.broadcast_to(want.sum(axis=0), (3, 10))):
        wrong(
            en=f"In {asked} every row has three ones, at 0, 1 and 9. Each row belongs to one label "
            "and has a single 1: choose the row and the column together.",
            ja=f"{asked} では、どの行でも 0, 1, 9 の 3 か所が 1 になっています。1 つの行は 1 つの"
            "ラベルを表し、1 は 1 つだけです。行と列を組にして指定しましょう。",
        )
    require(
        close(got, want),
        en=f"In {asked} the rows should have their only 1 at the places 0, 1 and 9. Yours are "
        f"{got.tolist()}.",
        ja=f"{asked} の各行では、それぞれ 0, 1, 9 の場所だけが 1 のはずですが、{got.tolist()} "
        "でした。",
    )


@pytest.mark.points(0.5, task="classify")
def test_classify_by_hand(submission):
    """The last layer with two neurons in front and three classes, as computed by hand.

    前の層が 2 個、クラスが 3 種類の最終層が、手計算と一致します。
    """
    hidden, b = np.array([2.0, 1.0]), np.array([0.0, -1.0, 1.0])
    weights = np.array([[1.0, 0.0, -1.0], [0.0, 2.0, 1.0]])
    asked = "classify([2, 1], W, b)"
    got = as_array(submission.call("classify", hidden, weights, b), name=asked)
    if got.size == 1:
        wrong(
            en=f"{asked} should give the activations of all 3 output neurons, but one number "
            "came. Choosing the class is the task of predict_class.",
            ja=f"{asked} は出力ニューロン 3 個の活性化度を返すはずですが、数が 1 つだけ返りました。"
            "クラスを選ぶのは predict_class の課題です。",
        )
    if close(got, [2, 1, 0]):
        wrong(
            en=f"{asked} gave the scores 2, 1 and 0. They are right, but they are not activations "
            "yet: softmax comes after them.",
            ja=f"{asked} はスコア 2, 1, 0 を返しました。計算は合っていますが、まだ活性化度では"
            "ありません。このあとにソフトマックスが必要です。",
        )
    if close(got, [0.487856, 0.487856, 0.024289]):
        wrong(
            en=f"{asked} gave {np.round(got.astype(float), 3).tolist()}: these come from the scores 2, 2 and -1, "
            "which lack the bias. Every output neuron adds its own b.",
            ja=f"{asked} は {np.round(got.astype(float), 3).tolist()} でした。これはスコアが 2, 2, -1 のときの値で、"
            "バイアスが足されていません。出力ニューロンごとに自分の b を足します。",
        )
    if close(got, [2 / 3, 1 / 3, 0]):
        wrong(
            en=f"{asked} gave 2/3, 1/3 and 0: these are the scores 2, 1 and 0 divided by their sum. "
            "Softmax takes e to the power of each score first, so that no share is 0 or negative.",
            ja=f"{asked} は 2/3, 1/3, 0 でした。これはスコア 2, 1, 0 をそのまま合計で割った値です。"
            "ソフトマックスでは、先に e のスコア乗を求めるので、割合が 0 や負になることはありません。",
        )
    if close(got, [0.880797, 0.731059, 0.5]):
        wrong(
            en=f"{asked} gave 0.881, 0.731 and 0.5: that is the sigmoid of each score on its own, "
            "and the sum is 2.11. Softmax looks at all scores together, so that the sum is 1.",
            ja=f"{asked} は 0.881, 0.731, 0.5 でした。これはスコアごとに別々に求めたシグモイドで、"
            "合計は 2.11 です。ソフトマックスはすべてのスコアをまとめて見るので、合計が 1 になります。",
        )
    require(
        close(got, [0.665241, 0.244728, 0.090031]),
        en=f"{asked} should be 0.665, 0.245 and 0.090, as in the table in the text, but "
        f"{np.round(got.astype(float), 3).tolist()} came. Do your scores agree with the table (2, 1, 0)?",
        ja=f"{asked} は本文の表のとおり 0.665, 0.245, 0.090 のはずですが、"
        f"{np.round(got.astype(float), 3).tolist()} でした。スコアは表（2, 1, 0）と一致していますか。",
    )


@pytest.mark.points(0.5, task="predict_class")
def test_strongest_neuron_is_the_class(submission):
    """Neuron 0, 1 or 9 strongly active: the output is 0, 1 or 9.

    0 番、1 番、9 番のニューロンが強く活性化すると、出力は 0、1、9 です。
    """
    for digit in (9, 0, 1):
        activations = np.full(10, 0.03)
        activations[digit] = 0.73
        asked = f"predict_class of activations with 0.73 at place {digit} and 0.03 elsewhere"
        asked_ja = f"{digit} 番が 0.73、ほかが 0.03 の活性化度に対する predict_class"
        got = as_array(submission.call("predict_class", activations), name=asked)
        if close(got, 0.73):
            wrong(
                en=f"{asked} gave 0.73. That is the largest activation itself; the class is its "
                f"place, {digit}.",
                ja=f"{asked_ja} は 0.73 でした。これは最大の活性化度そのものです。答えはその場所の "
                f"{digit} です。",
            )
        require(
            got.size == 1,
            en=f"{asked} should be one class number, but {got.size} numbers came: {got.tolist()}. "
            "The answer is the place of the strongest neuron.",
            ja=f"{asked_ja} はクラスの番号 1 つのはずですが、{got.size} 個の数 {got.tolist()} が"
            "返りました。答えは、最も強いニューロンの場所です。",
        )
        require(
            got.shape == (),
            en=f"{asked} should be a number, but it is an array with one number in it, "
            f"{got.tolist()}. One input gives one class; only a batch gives an array.",
            ja=f"{asked_ja} は 1 つの数のはずですが、数が 1 つ入った配列 {got.tolist()} でした。"
            "入力が 1 つならクラスの番号 1 つ、バッチのときだけ配列になります。",
        )
        if got.item() == digit + 1:
            wrong(
                en=f"{asked} gave {digit + 1}: counted from 1. Neuron {digit} stands for the "
                f"class {digit}.",
                ja=f"{asked_ja} は {digit + 1} でした。1 から数えています。{digit} 番のニューロンが"
                f"クラス {digit} を表します。",
            )
        require(
            got.item() == digit,
            en=f"{asked} should be {digit}, but it is {got.item()}. Where is the *largest* "
            "activation?",
            ja=f"{asked_ja} は {digit} のはずですが、{got.item()} でした。*最大*の活性化度は"
            "どこにありますか。",
        )


@pytest.mark.points(0.5, task="predict_class", needs="test_strongest_neuron_is_the_class")
def test_batch_has_one_class_for_each_row(submission):
    """A batch gives one class for each row.

    バッチでは、行ごとに 1 つのクラスが得られます。
    """
    batch = np.array([[0.1, 0.2, 0.7, 0.0], [0.6, 0.1, 0.1, 0.2], [0.1, 0.2, 0.1, 0.6]])
    asked, asked_ja = "predict_class of 3 rows", "3 行のバッチに対する predict_class"
    got = as_array(submission.call("predict_class", batch), name=asked)
    if close(got, [1, 0, 0, 2]):
        wrong(
            en=f"{asked} should give 3 classes, but 4 came: the search ran down the columns. Each "
            "row of the batch is one input; look along the classes.",
            ja=f"{asked_ja} はクラスを 3 個返すはずですが、4 個でした。列に沿って探しています。"
            "1 行が 1 つの入力なので、クラスの方向に沿って探しましょう。",
        )
    if got.size == 1:
        wrong(
            en=f"{asked} should give 3 classes, one for each row, but a single number came, "
            f"{got.item()}: the place in the whole batch. Tell the search along which axis it "
            "should go.",
            ja=f"{asked_ja} は行ごとに 1 つ、全部で 3 個のクラスを返すはずですが、{got.item()} "
            "だけが返りました。バッチ全体での場所です。どの軸に沿って探すかを指定しましょう。",
        )
    require(
        close(got.reshape(-1), [2, 0, 3]) and got.shape == (3,),
        en=f"{asked} whose strongest places are 2, 0 and 3 should be [2, 0, 3], shape (3,), but "
        f"{got.tolist()} came, shape {got.shape}.",
        ja=f"各行の最大の場所が 2, 0, 3 のとき、{asked_ja} は [2, 0, 3]、形は (3,) のはずですが、"
        f"{got.tolist()}、形 {got.shape} でした。",
    )


@pytest.mark.points(0.5, task="accuracy")
def test_accuracy_of_four_answers(submission):
    """Three right answers of four are an accuracy of 0.75.

    4 個のうち 3 個が正しければ、精度は 0.75 です。
    """
    truth, predicted = np.array([3, 8, 8, 1]), np.array([3, 8, 3, 1])
    asked = "accuracy([3, 8, 8, 1], [3, 8, 3, 1])"
    got = as_array(submission.call("accuracy", truth, predicted), name=asked)
    require(
        got.size == 1,
        en=f"{asked} should be one number, but {got.size} came. Which places agree is the first "
        "step; then count them and divide.",
        ja=f"{asked} は 1 つの数のはずですが、{got.size} 個でした。どこが一致するかは最初の手順です。"
        "次に、それを数えて割ります。",
    )
    value = float(got.item())
    hints = {
        75.0: (
            "in per cent. Accuracy in this course is a number from 0 to 1, as in TensorFlow",
            "パーセントで表した値です。このコースでは TensorFlow と同じく、0 から 1 の数で表します",
        ),
        3.0: (
            "the number of right answers. Divide it by the number of all answers",
            "正しい答えの個数です。それをすべての答えの個数で割ります",
        ),
        0.25: (
            "the part of the answers that is wrong. Accuracy counts the right ones",
            "誤った答えの割合です。精度では正しい答えを数えます",
        ),
        0.3: (
            "3 / 10, divided by the number of classes. Divide by the number of answers",
            "3 / 10、つまりクラスの数で割った値です。答えの個数で割りましょう",
        ),
        0.0: (
            "as if all had to agree at once. Compare place by place and count",
            "すべてが一致するかどうかを調べたときの値です。場所ごとに比べて数えましょう",
        ),
    }
    for number, (en, ja) in hints.items():
        if abs(value - number) < 1e-9:
            wrong(
                en=f"{asked} should be 0.75, but it is {value:g}: {en}.",
                ja=f"{asked} は 0.75 のはずですが、{value:g} でした。{ja}。",
            )
    require(
        abs(value - 0.75) < 1e-6,
        en=f"{asked} should be 3/4 = 0.75 (places 1, 2 and 4 agree), but it is {value:g}.",
        ja=f"{asked} は、1, 2, 4 番目が一致するので 3/4 = 0.75 のはずですが、{value:g} でした。",
    )


@pytest.mark.points(1, task="confusion_matrix")
def test_confusion_matrix_by_hand(submission):
    """The confusion matrix of the six answers in the text.

    本文にある 6 個の答えの混同行列です。
    """
    truth, predicted = np.array([0, 0, 1, 1, 1, 2]), np.array([0, 1, 1, 1, 1, 0])
    want = np.array([[1, 1, 0], [0, 3, 0], [1, 0, 0]])
    asked, asked_ja = "The confusion matrix of the example", "例の混同行列"
    got = as_array(submission.call("confusion_matrix", truth, predicted, 3), name=asked)
    require(
        got.shape == (3, 3),
        en=f"{asked} with classes=3 should have shape (3, 3), but its shape is {got.shape}. Let the "
        "argument `classes` decide on the size.",
        ja=f"classes=3 のとき、{asked_ja}の形は (3, 3) のはずですが、{got.shape} でした。"
        "大きさは引数 `classes` で決めましょう。",
    )
    if close(got, want.T):
        wrong(
            en=f"{asked} has rows and columns swapped: in row 0, column 2 there is a 1, as if a 0 "
            "had been taken for a 2. The row is the truth, the column what was predicted.",
            ja=f"{asked_ja}の行と列が逆です。0 行 2 列が 1 で、0 を 2 と答えたことになっています。"
            "行が正解、列が予測です。",
        )
    if close(got, np.minimum(want, 1)):
        wrong(
            en=f"{asked} has a 1 in row 1, column 1, where this pair occurs three times. With two "
            "arrays as an index, `+= 1` adds only once to a cell, however often it is named.",
            ja=f"{asked_ja}の 1 行 1 列は、同じ組が 3 回現れるのに 1 になっています。配列 2 つを添字に"
            "した `+= 1` は、同じマスが何度指定されても 1 回しか足しません。",
        )
    if (got != np.round(got)).any():
        wrong(
            en=f"{asked} holds fractions. It should hold counts: how many answers fell in each "
            "cell, 6 in all.",
            ja=f"{asked_ja}の値が割合になっています。それぞれのマスに入る答えの個数（合計 6）"
            "にしてください。",
        )
    require(
        close(got, want),
        en=f"{asked} should be {want.tolist()}, but {got.tolist()} came. Take the pairs one by "
        "one: each adds 1 to the cell in row truth, column predicted.",
        ja=f"{asked_ja}は {want.tolist()} のはずですが、{got.tolist()} でした。組を 1 つずつ見て、"
        "正解の行、予測の列のマスに 1 を足していきましょう。",
    )
