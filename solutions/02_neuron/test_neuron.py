"""Public checks of 02_neuron: small cases that can be worked by hand."""

import numpy as np
import pytest

from autograder.grading import as_array, require, wrong

SUN_AND_WIND = np.array([2.0, 3.0])
STORM = np.array([2.0, 9.0])
WEIGHTS = np.array([0.5, -1.0])


def close(got, want):
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=1e-4, atol=1e-5)


@pytest.mark.points(1, task="weighted_sum")
def test_weighted_sum_by_hand(submission):
    """The walk in the text: 0.5 × 2 − 1 × 3 + 4 gives 2.

    本文の散歩の例：0.5 × 2 − 1 × 3 + 4 は 2 になります。
    """
    asked = "weighted_sum([2, 3], [0.5, -1], 4)"
    got = as_array(submission.call("weighted_sum", SUN_AND_WIND, WEIGHTS, 4.0), name=asked)
    if got.shape == (2,):
        wrong(
            en=f"{asked} should be one number, but {got.tolist()} came: one number for each input. "
            "The products still have to be added up.",
            ja=f"{asked} は 1 つの数になるはずですが、入力ごとに 1 つずつ {got.tolist()} "
            "が返りました。積を合計する手順が残っています。",
        )
    require(
        got.shape == (),
        en=f"{asked} should be one number, but an array of shape {got.shape} came.",
        ja=f"{asked} は 1 つの数になるはずですが、形が {got.shape} の配列が返りました。",
    )
    if close(got, -2.0):
        wrong(
            en=f"{asked} should be 2, but -2 came: that is 1 − 3, without the bias 4.",
            ja=f"{asked} は 2 になるはずですが、-2 が返りました。これは 1 − 3 で、"
            "バイアスの 4 が足されていません。",
        )
    if close(got, 6.0):
        wrong(
            en=f"{asked} should be 2, but 6 came: the bias 4 has been added twice, once for each "
            "input. It belongs to the neuron, so it is added once.",
            ja=f"{asked} は 2 になるはずですが、6 が返りました。バイアスの 4 が入力ごとに、"
            "合わせて 2 回足されています。バイアスはニューロンに 1 つなので、足すのは 1 "
            "回だけです。",
        )
    if close(got, 9.0):
        wrong(
            en=f"{asked} should be 2, but 9 came: that is 2 + 3 + 4. The weights have not been "
            "used.",
            ja=f"{asked} は 2 になるはずですが、9 が返りました。これは 2 + 3 + 4 で、"
            "重みが使われていません。",
        )
    require(
        close(got, 2.0),
        en=f"{asked} should be 1 − 3 + 4 = 2, but {got.item():g} came. Work through the table in "
        "the text step by step: which of the three steps differs?",
        ja=f"{asked} は 1 − 3 + 4 = 2 になるはずですが、{got.item():g} が返りました。"
        "本文の表の手順を 1 つずつたどり、どこが違うか確かめましょう。",
    )
    storm = "weighted_sum([2, 9], [0.5, -1], 4)"
    got = as_array(submission.call("weighted_sum", STORM, WEIGHTS, 4.0), name=storm, shape=())
    require(
        close(got, -4.0),
        en=f"{storm} should be 1 − 9 + 4 = −4, but {got.item():g} came. A weighted sum may be "
        "negative.",
        ja=f"{storm} は 1 − 9 + 4 = −4 になるはずですが、{got.item():g} が返りました。"
        "重み付き和は負の数になることもあります。",
    )


@pytest.mark.points(0.5, task="relu")
def test_relu_by_hand(submission):
    """ReLU turns −2, 0, 3 into 0, 0, 3, and works on a single number.

    ReLU は −2, 0, 3 を 0, 0, 3 にします。1 つの数にも使えます。
    """
    asked = "relu([-2, 0, 3])"
    got = as_array(submission.call("relu", np.array([-2.0, 0.0, 3.0])), name=asked)
    require(
        got.shape == (3,),
        en=f"{asked} should be three numbers, one for each, but the result has shape {got.shape}.",
        ja=f"{asked} は、それぞれに 1 つずつ、3 つの数になるはずですが、結果の形は {got.shape} "
        "でした。",
    )
    if close(got, [2.0, 0.0, 3.0]):
        wrong(
            en=f"{asked} should be [0, 0, 3], but [2, 0, 3] came: the minus sign was dropped, "
            "which is the absolute value. ReLU makes a negative number 0.",
            ja=f"{asked} は [0, 0, 3] になるはずですが、[2, 0, 3] が返りました。マイナスの符号を"
            "取っただけで、これは絶対値です。ReLU は負の数を 0 にします。",
        )
    if close(got, [0.0, 0.0, 1.0]):
        wrong(
            en=f"{asked} should be [0, 0, 3], but [0, 0, 1] came: yes or no only. ReLU passes on "
            "how large a positive number is.",
            ja=f"{asked} は [0, 0, 3] になるはずですが、[0, 0, 1] が返りました。"
            "これでは「はい・いいえ」だけです。ReLU は、正の数の大きさをそのまま伝えます。",
        )
    if close(got, [-2.0, 0.0, 0.0]):
        wrong(
            en=f"{asked} should be [0, 0, 3], but [-2, 0, 0] came: the negative numbers stayed and "
            "the positive ones went. It should be the other way round.",
            ja=f"{asked} は [0, 0, 3] になるはずですが、[-2, 0, 0] が返りました。負の数が残り、"
            "正の数が消えています。逆にしましょう。",
        )
    require(
        close(got, [0.0, 0.0, 3.0]),
        en=f"{asked} should be [0, 0, 3], but {got.tolist()} came. Negative numbers become 0, "
        "positive ones stay as they are.",
        ja=f"{asked} は [0, 0, 3] になるはずですが、{got.tolist()} が返りました。"
        "負の数は 0 に、正の数はそのままにします。",
    )
    for number, want in ((-1.5, 0.0), (2.5, 2.5)):
        got = as_array(submission.call("relu", number), name=f"relu({number})", shape=())
        require(
            close(got, want),
            en=f"relu({number}) should be {want:g}, but {got.item():g} came.",
            ja=f"relu({number}) は {want:g} になるはずですが、{got.item():g} が返りました。",
        )


@pytest.mark.points(0.5, task="sigmoid")
def test_sigmoid_by_hand(submission):
    """The sigmoid of 0 is 0.5, of 2 about 0.881, and of −2 about 0.119.

    シグモイドの値は、0 で 0.5、2 で約 0.881、−2 で約 0.119 です。
    """
    asked = "sigmoid([-2, 0, 2])"
    z = np.array([-2.0, 0.0, 2.0])
    want = np.array([0.119203, 0.5, 0.880797])
    got = as_array(submission.call("sigmoid", z), name=asked, shape=(3,))
    shown = np.round(got.astype(float), 3).tolist()
    if close(got, want[::-1]):
        wrong(
            en=f"{asked} should be about [0.119, 0.5, 0.881], but {shown} came, which falls "
            "instead of rising: the sign in the exponent is the wrong way round.",
            ja=f"{asked} は約 [0.119, 0.5, 0.881] になるはずですが、{shown} が返りました。"
            "増えるはずのところで減っています。指数の符号が逆です。",
        )
    if close(got, np.tanh(z)):
        wrong(
            en=f"{asked} should be about [0.119, 0.5, 0.881], but {shown} came: that is tanh, "
            "which runs from −1 to 1. The sigmoid runs from 0 to 1.",
            ja=f"{asked} は約 [0.119, 0.5, 0.881] になるはずですが、{shown} が返りました。"
            "これは −1 から 1 までの tanh です。シグモイドは 0 から 1 までです。",
        )
    require(
        close(got, want),
        en=f"{asked} should be about [0.119, 0.5, 0.881], but {shown} came. Check at z = 0 first: "
        "e to the power of 0 is 1, so the formula gives 1 / (1 + 1).",
        ja=f"{asked} は約 [0.119, 0.5, 0.881] になるはずですが、{shown} が返りました。まず z = 0 で"
        "確かめましょう。e の 0 乗は 1 なので、式の値は 1 / (1 + 1) です。",
    )
    got = as_array(submission.call("sigmoid", 0.0), name="sigmoid(0.0)", shape=())
    require(
        close(got, 0.5),
        en=f"sigmoid(0.0), of a single number, should be 0.5, but {got.item():g} came.",
        ja=f"1 つの数を渡した sigmoid(0.0) は 0.5 になるはずですが、{got.item():g} が返りました。",
    )


@pytest.mark.points(1, task="neuron", needs="test_weighted_sum_by_hand, test_relu_by_hand")
def test_neuron_by_hand(submission):
    """A ReLU neuron gives 2 for the walk and stays silent in the storm.

    ReLU のニューロンは、散歩の日には 2 を出力し、嵐の日には 0 を出力します。
    """
    asked = 'neuron([2, 3], [0.5, -1], 4, "relu")'
    got = as_array(
        submission.call("neuron", SUN_AND_WIND, WEIGHTS, 4.0, "relu"), name=asked, shape=()
    )
    if close(got, 5.0):
        wrong(
            en=f"{asked} should be relu(1 − 3 + 4) = 2, but 5 came: that is relu(1) + relu(−3) + "
            "4. The activation came before the sum.",
            ja=f"{asked} は relu(1 − 3 + 4) = 2 になるはずですが、5 が返りました。これは "
            "relu(1) + relu(−3) + 4 で、合計より先に活性化関数を適用しています。",
        )
    if close(got, 4.0):
        wrong(
            en=f"{asked} should be relu(1 − 3 + 4) = 2, but 4 came: that is relu(1 − 3) + 4. The "
            "bias belongs to the sum, before the activation.",
            ja=f"{asked} は relu(1 − 3 + 4) = 2 になるはずですが、4 が返りました。これは "
            "relu(1 − 3) + 4 です。バイアスは、活性化関数を適用する前の合計に含めます。",
        )
    require(
        close(got, 2.0),
        en=f"{asked} should be relu(1 − 3 + 4) = 2, but {got.item():g} came. First the weighted "
        "sum with its bias, then the activation.",
        ja=f"{asked} は relu(1 − 3 + 4) = 2 になるはずですが、{got.item():g} が返りました。"
        "まずバイアスを含む重み付き和を求め、次に活性化関数を適用します。",
    )
    storm = 'neuron([2, 9], [0.5, -1], 4, "relu")'
    got = as_array(submission.call("neuron", STORM, WEIGHTS, 4.0, "relu"), name=storm, shape=())
    if close(got, -4.0):
        wrong(
            en=f"{storm} should be relu(−4) = 0, but −4 came: the activation was left out.",
            ja=f"{storm} は relu(−4) = 0 になるはずですが、−4 が返りました。"
            "活性化関数が適用されていません。",
        )
    require(
        close(got, 0.0),
        en=f"{storm} should be relu(1 − 9 + 4) = relu(−4) = 0, but {got.item():g} came.",
        ja=f"{storm} は relu(1 − 9 + 4) = relu(−4) = 0 になるはずですが、{got.item():g} "
        "が返りました。",
    )


@pytest.mark.points(0.5, task="is_active")
def test_is_active_by_hand(submission):
    """An output of 0.3 is active, one of exactly 0 is not.

    出力値が 0.3 なら活性化していて、ちょうど 0 なら活性化していません。
    """
    got = as_array(submission.call("is_active", 0.3), name="is_active(0.3)", shape=())
    if got.dtype.kind == "f":
        wrong(
            en=f"is_active(0.3) should be True, but {got.item()} came: a number, not an answer to "
            "the question whether it is above the threshold.",
            ja=f"is_active(0.3) は True になるはずですが、{got.item()} が返りました。数ではなく、"
            "しきい値より大きいかどうかの答え（True か False）を返します。",
        )
    require(
        got.item(),
        en=f"is_active(0.3) should be True, because 0.3 is above the threshold 0, but {got.item()} "
        "came.",
        ja=f"0.3 はしきい値 0 より大きいので、is_active(0.3) は True になるはずですが、"
        f"{got.item()} が返りました。",
    )
    got = as_array(submission.call("is_active", 0.0), name="is_active(0.0)", shape=())
    require(
        not got.item(),
        en="is_active(0.0) should be False, but True came. An output that only equals the "
        "threshold is not active: it has to be strictly greater.",
        ja="is_active(0.0) は False になるはずですが、True が返りました。しきい値とちょうど等しい"
        "出力値は、活性化しているとはいえません。しきい値より大きい必要があります。",
    )
