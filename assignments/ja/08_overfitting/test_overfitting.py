"""Public checks of chapter 8: run `pytest` in this folder as often as you like."""

import json
from importlib import resources

import numpy as np
import pytest

from autograder.grading import History, Model, as_array, kind_of, require, wrong

KINDS = ("underfitting", "good fit", "overfitting")


def printed():
    """The history printed in the lecture: six names, 20 numbers each."""
    text = resources.files("autograder.course").joinpath("printed_history.json").read_text("utf-8")
    return json.loads(text)


def number(value, asked):
    """The value as one number."""
    return as_array(value, name=asked, shape=()).item()


@pytest.mark.points(0.5, task="prepare")
def test_images_are_prepared(submission):
    """`prepare` brings pixel values from 0…255 to 0…1.

    `prepare` は 0…255 の画素値を 0…1 にします。
    """
    images = np.zeros((2, 28, 28, 1), "uint8")
    images[0, 0, :3, 0] = (51, 102, 255)
    images[1, 0, :2, 0] = (51, 102)  # an image without any white
    answer = submission.ask("prepare", images)
    got = as_array(answer.value, name="prepare(images)", shape=images.shape)
    if got.max() > 1.001:
        wrong(
            en=f"The prepared images still have values up to {got.max():g}: they should lie "
            "between 0 and 1. A white pixel, 255, becomes 1.",
            ja=f"準備した画像に {got.max():g} までの値があります。0 から 1 の間にします。"
            "白い画素の 255 は 1 になります。",
        )
    if got.max() < 0.01:
        wrong(
            en=f"The prepared images are nearly black: the largest value is {got.max():g}, though "
            "there is a white pixel. Were they divided twice, or rounded to whole numbers?",
            ja="準備した画像がほとんど真っ黒です。白い画素があるのに、最大の値が "
            f"{got.max():g} です。2 回割ったり、整数に丸めたりしていませんか。",
        )
    if np.allclose(got, 1 - images / 255, atol=1e-3):
        wrong(
            en="Black and white are swapped: 255 became 0. Dividing is enough; nothing is "
            "subtracted.",
            ja="黒と白が入れ替わり、255 が 0 になりました。割るだけでよく、引き算は不要です。",
        )
    if np.allclose(got, images // 255):
        wrong(
            en="Only 255 became 1, and everything else 0: whole numbers have nothing in between. They "
            "come from //, or from dividing inside a uint8 array.",
            ja="255 だけが 1 になり、ほかはすべて 0 になりました。整数では、0 と 1 の間の値を表せません。"
            "// で割ったり、uint8 の配列のまま割ったりしていませんか。",
        )
    if np.isclose(got[1, 0, 1, 0], 1):
        wrong(
            en="An image whose brightest pixel is 102 got a pixel of value 1: each image was "
            "divided by its own brightest pixel. Divide all images by the same number.",
            ja="最も明るい画素が 102 の画像に、値が 1 の画素ができました。画像ごとに、その画像の"
            "最も明るい画素で割っています。どの画像も同じ数で割りましょう。",
        )
    require(
        np.allclose(got, images / 255, atol=1e-4),
        en=f"51, 102 and 255 should become 0.2, 0.4 and 1, but they became "
        f"{got[0, 0, :3, 0].astype(float).round(4).tolist()}. By which number do you divide?",
        ja="51、102、255 は 0.2、0.4、1 になるはずですが、"
        f"{got[0, 0, :3, 0].astype(float).round(4).tolist()} になりました。いくつで割っていますか。",
    )
    require(
        got.dtype == np.float32,
        en=f"The values are right, but of type {got.dtype}; float32 was asked for. Change the type "
        "before you divide.",
        ja=f"値は正しいのですが、型が {got.dtype} です。float32 にしてください。"
        "割る前に型を変えます。",
    )
    require(
        not answer.changed,
        en="`prepare` overwrote the images that were handed in. Return new ones instead.",
        ja="`prepare` が、受け取った画像を書き換えました。新しい画像を返しましょう。",
    )


@pytest.mark.points(0.5, task="compile")
def test_model_is_compiled_with_the_loss(submission):
    """`compile_model` returns the model, compiled with sparse categorical cross-entropy.

    `compile_model` は、損失を sparse categorical cross-entropy としてコンパイルした
    モデルを返します。
    """
    model = submission.call("compile_model", submission.call("build_model"))
    if model is None:
        wrong(
            en="compile_model(model) gave nothing back (None). `compile` itself returns nothing, "
            "so return the model in a line of its own.",
            ja="compile_model(model) の結果がありません (None)。`compile` 自身は何も返さないので、"
            "別の行でモデルを return してください。",
        )
    require(
        isinstance(model, Model),
        en=f"compile_model should return the model, but it returned {kind_of(model)}.",
        ja=f"compile_model はモデルを返すはずですが、{kind_of(model)} が返りました。",
    )
    require(
        model.compiled,
        en="The model came back, but it has not been compiled. Call its `compile` first.",
        ja="モデルは返りましたが、コンパイルされていません。先に `compile` を呼び出しましょう。",
    )
    loss = model.compiled.loss
    if loss == "categorical_crossentropy":
        wrong(
            en="The loss is categorical cross-entropy. That one wants each answer as ten numbers; "
            "here the answers are digits such as 7. Look for the one with “sparse”.",
            ja="損失が categorical cross-entropy です。これは正解を 10 個の数で与えるときに使います。"
            "ここでの正解は 7 のような数字です。sparse の付くほうを使いましょう。",
        )
    require(
        loss == "sparse_categorical_crossentropy",
        en=f"The loss should be sparse categorical cross-entropy, but it is {loss}. The loss must "
        "fit the answers: ten shares from the network, one digit as the right answer.",
        ja=f"損失は sparse categorical cross-entropy のはずですが、{loss} でした。"
        "ネットワークの出力は 10 個の割合、正解は 1 つの数字です。それに合った損失を選びましょう。",
    )
    require(
        not model.compiled.from_logits,
        en="The loss was told from_logits=True, that is, that the outputs are not shares yet. But "
        "the model ends with softmax, so they are. Leave from_logits out.",
        ja="損失に from_logits=True（出力はまだ割合ではない）が指定されています。"
        "モデルの最後はソフトマックスなので、出力はもう割合です。from_logits は不要です。",
    )


@pytest.mark.points(0.25, task="train", needs="test_model_is_compiled_with_the_loss")
def test_training_returns_the_history(submission):
    """`train` runs on given data and returns the History.

    `train` は渡されたデータで学習し、History を返します。
    """
    rng = np.random.default_rng(81)
    images = rng.random((64, 28, 28, 1)).astype("float32")
    labels = rng.integers(0, 10, 64)
    model = submission.call("compile_model", submission.call("build_model"))
    data = (images[:40], labels[:40]), (images[40:], labels[40:])
    got = submission.call("train", model, *data, epochs=2)
    if isinstance(got, dict):
        wrong(
            en="`train` returned the dictionary. Return the whole History, as `fit` gives it; its "
            "`.history` is taken by whoever calls `train`.",
            ja="`train` が辞書を返しました。`fit` が返す History をそのまま返しましょう。"
            "`.history` は、`train` を呼び出した側で取り出します。",
        )
    if got is None:
        wrong(
            en="`train` trained, but it gave nothing back (None). Return what `fit` returns.",
            ja="`train` の結果がありません (None)。`fit` の戻り値を return で返しましょう。",
        )
    require(
        isinstance(got, History),
        en=f"`train` should return the History that `fit` returns, but it returned {kind_of(got)}.",
        ja=f"`train` は `fit` が返す History を返すはずですが、{kind_of(got)} が返りました。",
    )
    require(
        "val_loss" in got.history,
        en="The History has no validation loss: `fit` was not given any validation data.",
        ja="History に検証データでの損失がありません。`fit` に検証データを渡していません。",
    )


@pytest.mark.points(0.5, task="plot")
def test_plot_has_four_curves(submission):
    """`plot_history` draws loss and accuracy, on training and on validation data.

    `plot_history` は、訓練データと検証データでの損失と精度を描きます。
    """
    history = printed()
    answer = submission.ask("plot_history", history)
    axes = [ax for figure in answer.figures for ax in figure.axes]
    require(
        axes,
        en="`plot_history` drew no figure. Make one with plt.subplots and return it.",
        ja="`plot_history` は図を描きませんでした。plt.subplots で作り、return で返しましょう。",
    )
    words = {
        "loss": ("the loss on the training data", "訓練データでの損失"),
        "val_loss": ("the loss on the validation data", "検証データでの損失"),
        "accuracy": ("the accuracy on the training data", "訓練データでの精度"),
        "val_accuracy": ("the accuracy on the validation data", "検証データでの精度"),
    }
    found = {}
    for name, (en, ja) in words.items():
        want = np.array(history[name])
        found[name] = {
            i
            for i, ax in enumerate(axes)
            for line in ax.lines
            if line.y.shape == want.shape
            and (np.allclose(line.y, want) or np.allclose(line.y, 100 * want))
        }
        require(
            found[name],
            en=f"The figure lacks a line: {en}. Draw all the numbers of `{name}`, in their order.",
            ja=f"図に{ja}の線がありません。`{name}` のすべての数を、順番どおりに描きましょう。",
        )
    for name, (_, ja) in (("loss", ("", "損失")), ("accuracy", ("", "精度"))):
        require(
            found[name] & found["val_" + name],
            en=f"The two lines of the {name} should be in one diagram, so that one can compare "
            "training and validation.",
            ja=f"{ja}の 2 本の線は、訓練データと検証データを比べられるように、"
            "1 つのグラフに描きましょう。",
        )


@pytest.mark.points(0.25, task="best_epoch")
def test_best_epoch_of_the_printed_history(submission):
    """The best epoch of the printed history.

    講義の履歴で、最もよいエポックを求めます。
    """
    got = number(submission.call("best_epoch", printed()), "best_epoch(PRINTED_HISTORY)")
    if got == 8:
        wrong(
            en="best_epoch gave 8 for the printed history: that is the place of the lowest "
            "validation loss, counted from 0. Epochs are counted from 1.",
            ja="講義の履歴で best_epoch は 8 でした。これは検証データでの損失の最小値の位置を "
            "0 から数えたものです。エポックは 1 から数えます。",
        )
    if got in (19, 20):
        wrong(
            en=f"best_epoch gave {got} for the printed history: judged by the training data, the "
            "last epoch always looks best. Look at the validation loss.",
            ja=f"講義の履歴で best_epoch は {got} でした。訓練データで判断すると、いつでも最後の"
            "エポックが最もよく見えます。検証データでの損失を見ましょう。",
        )
    if got in (10, 11):
        wrong(
            en=f"best_epoch gave {got} for the printed history: epoch 11 has the highest validation "
            "accuracy. The question is about the lowest validation loss.",
            ja=f"講義の履歴で best_epoch は {got} でした。エポック 11 は検証データでの精度が"
            "最も高いエポックです。ここでは、検証データでの損失が最も小さいエポックを求めます。",
        )
    require(
        got == 9,
        en=f"best_epoch gave {got:g} for the printed history. At which epoch is 0.0904, the lowest "
        "number in val_loss?",
        ja=f"講義の履歴で best_epoch は {got:g} でした。val_loss で最も小さい 0.0904 は、"
        "どのエポックの値でしょうか。",
    )


@pytest.mark.points(0.5, task="stop_epoch")
def test_stop_epoch_of_the_printed_history(submission):
    """Where early stopping would have ended the printed history.

    講義の履歴で、学習が打ち切られるエポックを求めます。
    """
    history = printed()
    patiences = (1, 2, 3, 5)
    got = tuple(
        number(submission.call("stop_epoch", history, p), f"stop_epoch(PRINTED_HISTORY, {p})")
        for p in patiences
    )
    asked = "patience 1, 2, 3, 5"
    came = ", ".join(f"{g:g}" for g in got)
    if got == (4, 5, 11, 13):
        wrong(
            en=f"For {asked} stop_epoch gave {came}: each is one too small. Epochs are counted "
            "from 1.",
            ja=f"{asked} に対して stop_epoch は {came} でした。どれも 1 だけ小さくなっています。"
            "エポックは 1 から数えます。",
        )
    if got == (6, 12, 13, 15):
        wrong(
            en=f"For {asked} stop_epoch gave {came}: it waits one epoch too long. With patience 1 "
            "the first epoch without a new lowest value ends the training.",
            ja=f"{asked} に対して stop_epoch は {came} でした。1 エポック余計に待っています。"
            "patience が 1 なら、最小値の更新がない最初のエポックで打ち切ります。",
        )
    if got[:3] == (5, 18, 19):
        wrong(
            en=f"For {asked} stop_epoch gave {came}: each epoch is compared with the one before. "
            "Compare it with the lowest value so far.",
            ja=f"{asked} に対して stop_epoch は {came} でした。直前のエポックと比べています。"
            "それまでの最小値と比べましょう。",
        )
    if got == (5, 6, 8, 11):
        wrong(
            en=f"For {asked} stop_epoch gave {came}: all epochs without a new lowest value are "
            "counted together. Only those in a row count: a new lowest value starts again at 0.",
            ja=f"{asked} に対して stop_epoch は {came} でした。更新のないエポックを通算しています。"
            "数えるのは続いた回数だけです。最小値が更新されたら 0 に戻します。",
        )
    if got == (20, 20, 20, 20):
        wrong(
            en=f"For {asked} stop_epoch gave {came}: the training is never stopped. Is it the training "
            "loss that you watch? It falls nearly all the time; the rule is about val_loss.",
            ja=f"{asked} に対して stop_epoch は {came} でした。一度も打ち切られていません。訓練データでの"
            "損失を見ていませんか。それはほとんど減り続けます。規則で見るのは val_loss です。",
        )
    if got == (4, 4, 9, 9):
        wrong(
            en=f"For {asked} stop_epoch gave {came}: those are the best epochs so far. Asked for "
            "is the epoch at which the training stops, after the waiting.",
            ja=f"{asked} に対して stop_epoch は {came} でした。これらは、それまでで最もよい"
            "エポックです。求めるのは、待った後で学習が打ち切られるエポックです。",
        )
    require(
        got == (5, 6, 12, 14),
        en=f"For {asked} stop_epoch gave {came}, and that is not right yet. Make the table of the "
        "text for the printed val_loss: 0.1632, 0.1315, 0.1018, 0.0945, 0.1018, …",
        ja=f"{asked} に対して stop_epoch は {came} でしたが、まだ正しくありません。講義の履歴の "
        "val_loss（0.1632, 0.1315, 0.1018, 0.0945, 0.1018, …）で、本文と同じ表を作ってみましょう。",
    )


@pytest.mark.points(0.5, task="overfitting_begins", needs="test_best_epoch_of_the_printed_history")
def test_overfitting_of_the_printed_history(submission):
    """Where overfitting begins in the printed history.

    講義の履歴で、過学習が始まるエポックを求めます。
    """
    got = submission.call("overfitting_begins", printed())
    if got is None:
        wrong(
            en="overfitting_begins gave None for the printed history. But its smoothed validation "
            "loss ends 18 % above its lowest value, while the training loss falls: check both "
            "conditions.",
            ja="講義の履歴で overfitting_begins は None でした。しかし、滑らかにした検証データでの"
            "損失の最後の値は最小値を 18% 上回り、訓練データでの損失は減っています。"
            "2 つの条件を確かめましょう。",
        )
    got = number(got, "overfitting_begins(PRINTED_HISTORY)")
    if got == 9:
        wrong(
            en="overfitting_begins gave 9 for the printed history: that is the best epoch itself, "
            "or an epoch counted from 0. Overfitting begins with the epoch after the best one.",
            ja="講義の履歴で overfitting_begins は 9 でした。これは最もよいエポックそのものか、"
            "0 から数えたエポックです。過学習は、最もよいエポックの次から始まります。",
        )
    if got in (4, 5):
        wrong(
            en=f"overfitting_begins gave {got:g} for the printed history: there the validation loss "
            "is higher than before for the first time. But that is a wobble: later it is lower "
            "again.",
            ja=f"講義の履歴で overfitting_begins は {got:g} でした。検証データでの損失が初めて前より"
            "大きくなったところです。しかし、これは揺れで、後でもっと小さくなります。",
        )
    if got in (7, 8):
        wrong(
            en=f"overfitting_begins gave {got:g} for the printed history: that is a place in the "
            "smoothed list, which is shorter. For the answer use best_epoch.",
            ja=f"講義の履歴で overfitting_begins は {got:g} でした。これは滑らかにしたリストの中での"
            "位置です。そのリストは短くなっています。答えには best_epoch を使いましょう。",
        )
    require(
        got == 10,
        en=f"overfitting_begins gave {got:g} for the printed history. Asked for is the epoch after "
        "the best one.",
        ja=f"講義の履歴で overfitting_begins は {got:g} でした。"
        "求めるのは、最もよいエポックの次のエポックです。",
    )


@pytest.mark.points(0.25, task="diagnose", needs="test_overfitting_of_the_printed_history")
def test_diagnosis_of_the_printed_history(submission):
    """The diagnosis of the printed history.

    講義の履歴を診断します。
    """
    got = submission.call("diagnose", printed())
    require(
        isinstance(got, str) and got in KINDS,
        en=f"diagnose should return one of the texts {', '.join(KINDS)}, but it returned {got!r}.",
        ja=f"diagnose は {', '.join(KINDS)} のどれかの文字列を返すはずですが、"
        f"{got!r} が返りました。",
    )
    if got == "good fit":
        wrong(
            en="diagnose calls the printed history a good fit. Its training accuracy of 0.9971 "
            "looks excellent, but the validation loss rises from epoch 10 on.",
            ja="講義の履歴を good fit と診断しました。訓練データでの精度 0.9971 はすばらしく"
            "見えますが、検証データでの損失はエポック 10 から増えています。",
        )
    require(
        got == "overfitting",
        en="diagnose calls the printed history underfitting. But the training loss has fallen to "
        "0.0104, and the validation loss does not fall any more: it rises.",
        ja="講義の履歴を underfitting と診断しました。しかし、訓練データでの損失は 0.0104 まで"
        "減り、検証データでの損失はもう減らずに増えています。",
    )


@pytest.mark.points(0.25, task="read_curve")
def test_reading_of_the_printed_history(submission):
    """`read_curve` says what your functions say, and the accuracy gap.

    `read_curve` は、自分の関数の結果と、精度の差をまとめます。
    """
    history = printed()
    got = submission.call("read_curve", history)
    names = ("best_epoch", "overfitting_begins", "diagnosis", "accuracy_gap")
    require(
        isinstance(got, dict) and set(names) <= set(got),
        en=f"read_curve should return a dictionary with {', '.join(names)}, but it returned "
        f"{sorted(got) if isinstance(got, dict) else kind_of(got)}.",
        ja=f"read_curve は {', '.join(names)} がある辞書を返すはずですが、"
        f"{sorted(got) if isinstance(got, dict) else kind_of(got)} が返りました。",
    )
    for name, function in (
        ("best_epoch", "best_epoch"),
        ("overfitting_begins", "overfitting_begins"),
        ("diagnosis", "diagnose"),
    ):
        own = submission.call(function, history)
        require(
            np.array_equal(got[name], own),
            en=f"For the printed history read_curve says {name} = {got[name]!r}, but your own "
            f"{function} says {own!r}. Call it inside read_curve.",
            ja=f"講義の履歴で、read_curve の {name} は {got[name]!r} ですが、自分で書いた "
            f"{function} の結果は {own!r} です。read_curve の中で呼び出しましょう。",
        )
    gap = number(got["accuracy_gap"], 'read_curve(PRINTED_HISTORY)["accuracy_gap"]')
    if abs(gap + 0.0223) < 0.0002:
        wrong(
            en="The accuracy gap is -0.0223: it is the training accuracy minus the validation "
            "accuracy, not the other way round.",
            ja="精度の差が -0.0223 です。訓練データでの精度から検証データでの精度を引きます。"
            "逆ではありません。",
        )
    if abs(gap - 2.23) < 0.02:
        wrong(
            en="The accuracy gap is 2.23, in per cent. Leave it as a difference of two numbers "
            "between 0 and 1.",
            ja="精度の差が 2.23（パーセント）になっています。0 から 1 の数の差のままにしましょう。",
        )
    require(
        abs(gap - 0.0223) < 0.0002,
        en=f"The accuracy gap of the printed history should be 0.9971 - 0.9748 = 0.0223, but it is "
        f"{gap:.4f}. Is it taken at the last epoch, from accuracy and val_accuracy?",
        ja="講義の履歴の精度の差は 0.9971 - 0.9748 = 0.0223 のはずですが、"
        f"{gap:.4f} でした。最後のエポックの accuracy と val_accuracy から求めていますか。",
    )


@pytest.mark.points(0.25, task="output_weights")
def test_output_weights_have_the_right_shape(submission):
    """`output_weights` gives 64 × 10 numbers.

    `output_weights` は 64 × 10 個の数を返します。
    """
    got = submission.call("output_weights", submission.call("build_model"))
    shape = np.shape(as_array(got, name="output_weights(model)"))
    if shape == (784, 64):
        wrong(
            en="output_weights gave an array of shape (784, 64): those are the weights between the "
            "pixels and the hidden layer. One layer further.",
            ja="output_weights は形 (784, 64) の配列を返しました。これは画素と隠れ層の間の"
            "結合の重みです。もう 1 つ先の層です。",
        )
    if shape in ((64,), (10,)):
        wrong(
            en=f"output_weights gave an array of shape {shape}: those are biases. Weights join two "
            "layers, so their array has two axes.",
            ja=f"output_weights は形 {shape} の配列を返しました。これはバイアスです。"
            "結合の重みは 2 つの層をつなぐので、配列の軸は 2 つです。",
        )
    require(
        shape == (64, 10),
        en=f"output_weights should give an array of shape (64, 10), but its shape is {shape}. One "
        "row for each hidden neuron, one column for each digit: just as `get_weights` has them.",
        ja=f"output_weights は形 (64, 10) の配列を返すはずですが、形は {shape} でした。"
        "隠れ層のニューロンごとに 1 行、数字ごとに 1 列です。`get_weights` の中ではこの形で並んでいます。",
    )
