"""Public checks of chapter 7: run `pytest` in this folder as often as you like."""

import pytest

from autograder.grading import Model, NotDone, Text, as_array, kind_of, require, wrong


@pytest.mark.points(1, task="parameters")
def test_small_layer_by_hand(submission):
    """A layer of 3 inputs and 2 neurons has 8 parameters.

    入力 3 個、ニューロン 2 個の層のパラメータは 8 個です。
    """
    got = as_array(submission.call("dense_parameters", 3, 2), name="dense_parameters(3, 2)")
    require(
        got.size == 1,
        en=f"dense_parameters(3, 2) should be one number, but {got.size} numbers came back. "
        "Return the total of weights and biases.",
        ja=f"dense_parameters(3, 2) は 1 つの数のはずですが、{got.size} 個の数が返りました。"
        "結合の重みとバイアスの合計を返してください。",
    )
    count = got.item()
    if count == 6:
        wrong(
            en="dense_parameters(3, 2) gave 6: that is the 6 weights (the lines in the picture) "
            "without the 2 biases. Every neuron has a bias too.",
            ja="dense_parameters(3, 2) は 6 でした。これは結合の重み（図の線）6 個だけで、"
            "バイアス 2 個が入っていません。どのニューロンにもバイアスがあります。",
        )
    if count == 7:
        wrong(
            en="dense_parameters(3, 2) gave 7: that is one bias for the whole layer. Each of the "
            "2 neurons has a bias of its own.",
            ja="dense_parameters(3, 2) は 7 でした。層全体でバイアスを 1 つと数えたようです。"
            "バイアスは 2 個のニューロンのそれぞれにあります。",
        )
    if count == 9:
        wrong(
            en="dense_parameters(3, 2) gave 9: that is one bias for each of the 3 inputs. Biases "
            "belong to the neurons, and there are 2 of them.",
            ja="dense_parameters(3, 2) は 9 でした。入力 3 個のそれぞれにバイアスを数えたようです。"
            "バイアスがあるのはニューロンで、ニューロンは 2 個です。",
        )
    require(
        count == 8,
        en=f"dense_parameters(3, 2) should be 8 (6 weights and 2 biases), but it is {count:g}. "
        "Count the lines in the picture again, then the biases.",
        ja=f"dense_parameters(3, 2) は 8（結合の重み 6 個とバイアス 2 個）のはずですが、"
        f"{count:g} でした。図の線とバイアスを、もう一度数えてみましょう。",
    )


@pytest.mark.points(1, task="counts")
def test_total_by_hand(submission):
    """The parameters of the whole network, counted by hand.

    ネットワーク全体のパラメータ数を手で数えます。
    """
    total = submission.value("TOTAL_PARAMETERS")
    if total is None:
        raise NotDone(
            Text(
                en="TOTAL_PARAMETERS is still None. TODO 2: work out the three counts by hand and "
                "write them in the place of None.",
                ja="TOTAL_PARAMETERS がまだ None です。TODO 2: 3 つのパラメータ数を手で計算し、"
                "None を数に書き換えてください。",
            )
        )
    require(
        not isinstance(total, str),
        en=f"TOTAL_PARAMETERS should be a number, but it is the text {total!r}. Write it without "
        "quotation marks and without a comma.",
        ja=f"TOTAL_PARAMETERS は数のはずですが、文字列 {total!r} になっています。"
        "引用符やカンマを付けずに書いてください。",
    )
    total = as_array(total, name="TOTAL_PARAMETERS", shape=()).item()
    if total == 50816:
        wrong(
            en="TOTAL_PARAMETERS is 50,816: that is the right number without the 74 biases "
            "(64 in the hidden layer, 10 in the output layer).",
            ja="TOTAL_PARAMETERS は 50,816 です。正しい数から、バイアス 74 個"
            "（隠れ層の 64 個と出力層の 10 個）を引いたものになっています。",
        )
    if total == 28 * 64 + 64 + 650:
        wrong(
            en="TOTAL_PARAMETERS is 2,506: that is a hidden layer with 28 inputs. After Flatten "
            "every pixel of the image is an input: 28 × 28.",
            ja="TOTAL_PARAMETERS は 2,506 です。隠れ層の入力を 28 個と数えたようです。"
            "Flatten の後は、画像のすべての画素（28 × 28 個）が入力になります。",
        )
    if total == 50240 + 784 * 10 + 10:
        wrong(
            en="TOTAL_PARAMETERS is 58,090: that is an output layer connected to the 784 pixels. "
            "What comes into it is what the hidden layer gives out.",
            ja="TOTAL_PARAMETERS は 58,090 です。出力層が 784 個の画素につながっていると"
            "数えたようです。出力層の入力は、隠れ層の出力です。",
        )
    require(
        total == 50890,
        en=f"TOTAL_PARAMETERS should be the sum of both Dense layers, and {total:,} is not right "
        "yet. Work out the hidden layer (784 inputs, 64 neurons) and the output layer (64 inputs, "
        "10 neurons) one at a time, as in task 1.",
        ja=f"TOTAL_PARAMETERS は 2 つの全結合層の合計ですが、{total:,} はまだ正しくありません。"
        "隠れ層（入力 784 個、ニューロン 64 個）と出力層（入力 64 個、ニューロン 10 個）を、"
        "課題 1 と同じように 1 つずつ計算してみましょう。",
    )


@pytest.mark.points(1, task="model")
def test_ten_outputs_for_an_image(submission):
    """For every image the model gives out ten numbers.

    モデルは画像 1 枚ごとに 10 個の数を出力します。
    """
    model = submission.call("build_model")
    if model is None:
        wrong(
            en="build_model() gave nothing back (None). Does the function end with `return …`?",
            ja="build_model() の結果がありません (None)。関数の最後に `return …` はありますか。",
        )
    require(
        isinstance(model, Model),
        en=f"build_model() should return a Keras model, but it returned {kind_of(model)}.",
        ja=f"build_model() は Keras のモデルを返すはずですが、{kind_of(model)} が返りました。",
    )
    require(
        model.built and model.input_shape is not None,
        en="The model doesn't know the shape of its input, so it has no weights yet. Begin it with "
        "keras.Input for images of shape (28, 28, 1).",
        ja="モデルが入力の形を知らないため、まだ結合の重みがありません。形が (28, 28, 1) の画像を"
        "受け取る keras.Input を最初に置いてください。",
    )
    shape = model.output_shape
    if shape is not None and len(shape) > 2:
        wrong(
            en=f"The model's output has shape {shape}, but (None, 10) was asked for: a Dense layer "
            "got the image as a table. Which layer lays it out as one row of 784 numbers?",
            ja=f"モデルの出力の形は {shape} ですが、求められているのは (None, 10) です。"
            "全結合層が、画像を表の形のまま受け取っています。"
            "画像を 784 個の数の列にするのは、どの層でしょうか。",
        )
    if shape == (None, 64):
        wrong(
            en="The model gives out 64 numbers for each image, but there are 10 digits. Are the 64 "
            "and the 10 swapped, or is the last layer missing?",
            ja="モデルは画像ごとに 64 個の数を出力していますが、数字は 10 種類です。64 と 10 が"
            "逆になっていないか、最後の層が抜けていないか確かめてください。",
        )
    if shape == (None, 9):
        wrong(
            en="The model gives out 9 numbers for each image. There are 10 digits: 0 counts too.",
            ja="モデルは画像ごとに 9 個の数を出力しています。0 も含めて、数字は 10 種類です。",
        )
    require(
        shape == (None, 10),
        en=f"The model's output should have shape (None, 10): ten numbers for each image. It is "
        f"{shape}. Look at the last layer.",
        ja="モデルの出力の形は (None, 10)、つまり画像ごとに 10 個の数のはずですが、"
        f"{shape} でした。最後の層を確かめてください。",
    )


@pytest.mark.points(0.5, task="picture")
def test_picture_is_a_png_file(submission):
    """`draw_model` writes a PNG picture into the file that it is told.

    `draw_model` は、指定されたファイルに PNG の図を書き込みます。
    """
    model = submission.call("small_network")
    submission.ask("draw_model", model, "drawn_by_check.png")
    data = submission.read("drawn_by_check.png")
    if data is None and submission.read("model.png"):
        wrong(
            en='draw_model(model, "drawn_by_check.png") didn\'t write that file, but there is a '
            "model.png. Use the argument `path` as the name of the file.",
            ja='draw_model(model, "drawn_by_check.png") はそのファイルに書き込みませんでしたが、'
            "model.png があります。引数 `path` をファイル名として使ってください。",
        )
    require(
        data,
        en='After draw_model(model, "drawn_by_check.png") there is no such file. Hand `path` to '
        "plot_model as the file to write to.",
        ja='draw_model(model, "drawn_by_check.png") の後に、そのファイルがありません。'
        "`path` を、書き込み先として plot_model に渡してください。",
    )
    require(
        data.startswith(b"\x89PNG\r\n\x1a\n"),
        en="The file that draw_model wrote is no PNG picture. Let plot_model write it.",
        ja="draw_model が書き込んだファイルは、PNG の図ではありません。"
        "plot_model に書き込ませてください。",
    )
