"""Hidden checks of 07_build: any layer, the model part by part, other widths, the real picture."""

import io
import struct

import numpy as np
import pytest

from autograder.grading import NotDone, Text, as_array, require, wrong

ALLOWED = ("InputLayer", "Flatten", "Reshape", "Dense", "Activation", "ReLU", "Softmax")
"""Layers that the plan needs, in any spelling."""
MAX_PICTURE = 8 * 1024 * 1024
"""Bytes of a picture file; plot_model writes about 20 kB."""
MAX_PIXELS = 25_000_000


def parameters(n_in, n_out):
    """Weights and biases of a Dense layer."""
    return (n_in + 1) * n_out


@pytest.mark.points(1, task="parameters", needs="test_small_layer_by_hand")
def test_rule_holds_for_any_layer(submission):
    """The rule holds for any layer, not only for the one in the picture.

    図の層だけでなく、どんな層でも数えられます。
    """
    rng = np.random.default_rng(71)
    sizes = [(784, 64), (64, 10), (5, 1), (1, 4), *rng.integers(2, 2000, size=(6, 2)).tolist()]
    for n_in, n_out in sizes:
        asked = f"dense_parameters({n_in}, {n_out})"
        got = as_array(submission.call("dense_parameters", n_in, n_out), name=asked, shape=())
        want = parameters(n_in, n_out)
        if got == n_in * n_out + 2:
            wrong(
                en=f"{asked} should be {want:,}, but {got:,} came: the number of biases is always "
                "2 here. It was 2 in the picture because that layer has 2 neurons.",
                ja=f"{asked} は {want:,} のはずですが、{got:,} でした。バイアスがいつも 2 個に"
                "なっています。図の層で 2 個だったのは、ニューロンが 2 個だったからです。",
            )
        require(
            got == want,
            en=f"{asked} should be {want:,}, but {got:,} came. Compute the number from n_in and "
            "n_out, so that it holds for every layer.",
            ja=f"{asked} は {want:,} のはずですが、{got:,} でした。どんな層でも正しくなるように、"
            "n_in と n_out から計算しましょう。",
        )


def count(submission, name):
    """A count that the learner wrote down, as a number."""
    value = submission.value(name)
    if value is None:
        raise NotDone(
            Text(
                en=f"{name} is still None. TODO 2: work it out by hand and write the number there.",
                ja=f"{name} がまだ None です。TODO 2: 手で計算して、数を書いてください。",
            )
        )
    require(
        not isinstance(value, str),
        en=f"{name} should be a number, but it is the text {value!r}. Leave out the quotation "
        "marks and the comma.",
        ja=f"{name} は数のはずですが、文字列 {value!r} になっています。"
        "引用符やカンマを付けずに書いてください。",
    )
    return as_array(value, name=name, shape=()).item()


@pytest.mark.points(0.5, task="counts")
def test_hidden_layer_by_hand(submission):
    """The parameters of the hidden layer, counted by hand.

    隠れ層のパラメータ数を手で数えます。
    """
    got = count(submission, "HIDDEN_PARAMETERS")
    if got == 784 * 64:
        wrong(
            en="HIDDEN_PARAMETERS is 50,176: those are the weights, 784 × 64. The 64 neurons also "
            "have a bias each.",
            ja="HIDDEN_PARAMETERS は 50,176 です。これは結合の重み 784 × 64 個だけの数です。"
            "64 個のニューロンには、バイアスも 1 つずつあります。",
        )
    if got in (28 * 64, 28 * 64 + 64):
        wrong(
            en=f"HIDDEN_PARAMETERS is {got:,}: that is a layer with 28 inputs. Flatten hands over "
            "all pixels of the image, not one row of them.",
            ja=f"HIDDEN_PARAMETERS は {got:,} です。入力を 28 個と数えたようです。"
            "Flatten が渡すのは、画像の 1 行分ではなく、すべての画素です。",
        )
    if got == 650:
        wrong(
            en="HIDDEN_PARAMETERS is 650: that is the output layer. Are the two counts swapped?",
            ja="HIDDEN_PARAMETERS は 650 です。これは出力層の数です。"
            "2 つの数が入れ替わっていませんか。",
        )
    require(
        got == 50240,
        en=f"HIDDEN_PARAMETERS is {got:,}, and that is not right yet. How many numbers come out of "
        "Flatten? Each of them is connected with each of the 64 neurons, and each neuron has a "
        "bias.",
        ja=f"HIDDEN_PARAMETERS は {got:,} ですが、まだ正しくありません。Flatten からいくつの数が"
        "出てきますか。その 1 つ 1 つが 64 個のニューロンのすべてに結合し、"
        "ニューロンにはバイアスが 1 つずつあります。",
    )


@pytest.mark.points(0.5, task="counts")
def test_output_layer_by_hand(submission):
    """The parameters of the output layer, counted by hand.

    出力層のパラメータ数を手で数えます。
    """
    got = count(submission, "OUTPUT_PARAMETERS")
    if got == 640:
        wrong(
            en="OUTPUT_PARAMETERS is 640: those are the weights, 64 × 10. The 10 neurons also have "
            "a bias each.",
            ja="OUTPUT_PARAMETERS は 640 です。これは結合の重み 64 × 10 個だけの数です。"
            "10 個のニューロンには、バイアスも 1 つずつあります。",
        )
    if got in (7840, 7850):
        wrong(
            en=f"OUTPUT_PARAMETERS is {got:,}: that is a layer connected with the 784 pixels. The "
            "output layer is connected with the hidden layer.",
            ja=f"OUTPUT_PARAMETERS は {got:,} です。784 個の画素につながっていると数えたようです。"
            "出力層がつながっているのは隠れ層です。",
        )
    if got == 50240:
        wrong(
            en="OUTPUT_PARAMETERS is 50,240: that is the hidden layer. Are the two counts swapped?",
            ja="OUTPUT_PARAMETERS は 50,240 です。これは隠れ層の数です。"
            "2 つの数が入れ替わっていませんか。",
        )
    require(
        got == 650,
        en=f"OUTPUT_PARAMETERS is {got:,}, and that is not right yet. Its inputs are the 64 "
        "outputs of the hidden layer, and it has 10 neurons.",
        ja=f"OUTPUT_PARAMETERS は {got:,} ですが、まだ正しくありません。入力は隠れ層の 64 個の"
        "出力で、ニューロンは 10 個です。",
    )


@pytest.mark.points(1, task="model", needs="test_ten_outputs_for_an_image")
def test_two_dense_layers(submission):
    """The model has the plan's layers and no others: 50,890 parameters.

    モデルの層は設計図どおりで、パラメータは 50,890 個です。
    """
    model = submission.call("build_model")
    require(
        model.chain,
        en="The layers of the model should stand in one row, each fed by the one before it, but "
        "there are branches. Follow the plan: Flatten, Dense, Dense.",
        ja="モデルの層は一列に並び、どの層も直前の層の出力を受け取るはずですが、"
        "枝分かれがあります。設計図のとおり、Flatten、Dense、Dense の順に並べましょう。",
    )
    extra = [layer.kind.removeprefix("other:") for layer in model.layers]
    extra = [kind for kind in extra if kind not in ALLOWED]
    if extra:
        wrong(
            en=f"The model also has {', '.join(extra)}, which is not in the plan. It may be useful "
            "elsewhere; here the network has Flatten and two Dense layers only.",
            ja=f"モデルに、設計図にない {', '.join(extra)} があります。役に立つ場面もありますが、"
            "ここで作るネットワークは Flatten と 2 つの全結合層だけです。",
        )
    kinds = [layer.kind for layer in model.layers]
    before = model.layers[: kinds.index("Dense")]
    require(
        all(layer.activation in (None, "linear") for layer in before),
        en="The model has an activation function before its first Dense layer: it would change the "
        "pixels themselves. Activations belong to the Dense layers.",
        ja="最初の全結合層より前に活性化関数があり、画素値そのものを変えてしまいます。"
        "活性化関数は全結合層に付けるものです。",
    )
    if len(model.dense) > 2:
        units = ", ".join(str(d.units) for d in model.dense)
        wrong(
            en=f"The model has {len(model.dense)} Dense layers ({units} neurons), but the plan has "
            "two: one hidden layer and the output layer.",
            ja=f"モデルに全結合層が {len(model.dense)} 個あります（ニューロン {units} 個）。"
            "設計図では 2 個、隠れ層と出力層だけです。",
        )
    if len(model.dense) < 2:
        wrong(
            en="The model has a single Dense layer: its 10 output neurons look at the pixels "
            "directly. The hidden layer of 64 neurons is missing.",
            ja="全結合層が 1 つしかなく、10 個の出力ニューロンが画素を直接見ています。"
            "ニューロン 64 個の隠れ層が抜けています。",
        )
    if model.parameters == 50816:
        wrong(
            en="The model has 50,816 parameters: that is 50,890 without the 74 biases. Dense has "
            "biases unless it is told otherwise.",
            ja="モデルのパラメータは 50,816 個です。50,890 個からバイアス 74 個を引いた数です。"
            "Dense は、特に指定しなければバイアスを持ちます。",
        )
    require(
        model.parameters == 50890,
        en=f"build_model() should have 50,890 parameters, but it has {model.parameters:,} "
        f"(hidden layer of {model.dense[0].units} neurons). The default is 64 neurons, with "
        "biases in both Dense layers.",
        ja=f"build_model() のパラメータは 50,890 個のはずですが、{model.parameters:,} 個でした"
        f"（隠れ層のニューロンは {model.dense[0].units} 個）。既定のニューロンは 64 個で、"
        "どちらの全結合層にもバイアスがあります。",
    )


@pytest.mark.points(0.5, task="model", needs="test_ten_outputs_for_an_image")
def test_takes_images_as_they_are(submission):
    """The model takes images of shape (28, 28, 1) as they are.

    モデルは、形が (28, 28, 1) の画像をそのまま受け取ります。
    """
    model = submission.call("build_model")
    shape = model.input_shape
    if shape == (None, 784):
        wrong(
            en="The model's input has shape (None, 784): whoever uses it has to flatten the images "
            "first. Let it take images of shape (28, 28, 1) and flatten them itself.",
            ja="モデルの入力の形は (None, 784) です。これでは、使う人が先に画像を一列に"
            "しなければなりません。形が (28, 28, 1) の画像を受け取り、"
            "モデルの中で一列にするようにしましょう。",
        )
    require(
        # Keras drops a last axis of 1 by itself, so (28, 28) takes the images too.
        shape in ((None, 28, 28, 1), (None, 28, 28)),
        en=f"The model's input should have shape (None, 28, 28, 1), but it is {shape}. An image "
        "has 28 rows and 28 columns with one grey value a pixel.",
        ja=f"モデルの入力の形は (None, 28, 28, 1) のはずですが、{shape} でした。"
        "画像は縦 28、横 28 で、画素ごとに明るさの値が 1 つあります。",
    )


def named(activation):
    """An activation function for a message; those that Keras does not know have no name."""
    if "custom" in activation:
        return Text(en="another function, made by hand", ja="自作の別の関数")
    return Text(en=activation, ja=f"{activation} ")


@pytest.mark.points(1, task="model", needs="test_ten_outputs_for_an_image")
def test_hidden_layer_uses_relu(submission):
    """The activation function of the hidden layer is ReLU.

    隠れ層の活性化関数は ReLU です。
    """
    model = submission.call("build_model")
    hidden = model.dense[:-1]
    require(
        hidden,
        en="There is no hidden layer: the model has one Dense layer only. Put a Dense layer with "
        "ReLU between Flatten and the output layer.",
        ja="隠れ層がありません。全結合層が 1 つだけです。Flatten と出力層の間に、"
        "ReLU の全結合層を置きましょう。",
    )
    for layer in hidden:
        if layer.activation == "linear":
            wrong(
                en="The hidden layer has no activation function. Then the two Dense layers together "
                "can do no more than one. Give it ReLU.",
                ja="隠れ層に活性化関数がありません。これでは、全結合層を 2 つ重ねても 1 つ分の"
                "ことしかできません。ReLU を指定しましょう。",
            )
        require(
            # ReLU of ReLU is ReLU.
            set(layer.activation.split("+")) == {"relu"},
            en=f"The hidden layer's activation function should be ReLU, but it is "
            f"{named(layer.activation).en}. Look at the plan again.",
            ja=f"隠れ層の活性化関数は ReLU のはずですが、{named(layer.activation).ja}でした。"
            "設計図をもう一度見てみましょう。",
        )
    for layer in model.layers:
        changed = {k: v for k, v in layer.options.items() if v} if layer.kind == "ReLU" else {}
        require(
            not changed,
            en=f"The ReLU layer was changed by {', '.join(changed)}. Leave it as it is: negative "
            "sums become 0, positive ones stay.",
            ja=f"ReLU の層が {', '.join(changed)} によって変えられています。そのままの ReLU"
            "（負の数は 0 に、正の数はそのまま）を使いましょう。",
        )


@pytest.mark.points(1, task="model", needs="test_ten_outputs_for_an_image")
def test_outputs_are_shares(submission):
    """The ten outputs are shares: softmax, adding up to 1.

    10 個の出力は割合です（ソフトマックスで、合計は 1 になります）。
    """
    model = submission.call("build_model")
    last = model.dense[-1].activation
    if last == "sigmoid":
        wrong(
            en="The output layer uses sigmoid: ten separate yes-or-no answers, which need not add "
            "up to 1. One image shows one digit, so the ten neurons should share: softmax.",
            ja="出力層がシグモイドです。これは「はい・いいえ」の答えが 10 個別々に並んだもので、"
            "合計は 1 になりません。1 枚の画像の数字は 1 つなので、"
            "10 個のニューロンで割合を分け合うソフトマックスを使いましょう。",
        )
    if last == "linear":
        wrong(
            en="The output layer has no activation function, so its outputs can be any numbers, "
            "also negative ones. Softmax makes shares of them.",
            ja="出力層に活性化関数がないので、出力は負の数も含めてどんな数にもなります。"
            "ソフトマックスを使うと割合になります。",
        )
    if last == "softmax+softmax":
        wrong(
            en="The output layer applies softmax twice. The shares still add up to 1, but the "
            "second time makes them all nearly equal. Once is enough.",
            ja="出力層でソフトマックスを 2 回使っています。合計は 1 のままですが、2 回目で"
            "どの割合もほとんど同じになってしまいます。1 回で十分です。",
        )
    require(
        last == "softmax",
        en=f"The output layer's activation function should be softmax, but it is {named(last).en}. "
        "Softmax makes shares of any ten numbers.",
        ja=f"出力層の活性化関数はソフトマックスのはずですが、{named(last).ja}でした。"
        "ソフトマックスは、どんな 10 個の数も割合に変えます。",
    )
    images = np.random.default_rng(72).random((5, 784)).astype("float32")
    if int(np.prod(model.input_shape[1:])) == 784:
        sums = model.predict(images.reshape(5, *model.input_shape[1:])).sum(axis=1)
        require(
            np.allclose(sums, 1, atol=1e-4),
            en="The ten outputs for an image should add up to 1, but for five random images the "
            f"sums are {sums.astype(float).round(3).tolist()}. Is softmax the last thing the model computes?",
            ja="画像 1 枚に対する 10 個の出力の合計は 1 のはずですが、5 枚の乱数の画像では "
            f"{sums.astype(float).round(3).tolist()} でした。モデルの最後の計算はソフトマックスですか。",
        )


@pytest.mark.points(0.5, task="model", needs="test_two_dense_layers")
def test_other_widths(submission):
    """`hidden_units` decides on the width: 128 and 1000 work as well.

    `hidden_units` で隠れ層の大きさが決まります（128 個や 1000 個でも作れます）。
    """
    for units, want in ((128, 101_770), (1000, 795_010), (3, 2_395)):
        model = submission.call("build_model", units)
        if model.parameters == 50890:
            wrong(
                en=f"build_model({units}) has 50,890 parameters: the hidden layer still has 64 "
                "neurons. Use the argument hidden_units in the place of the number.",
                ja=f"build_model({units}) のパラメータが 50,890 個です。隠れ層のニューロンが"
                " 64 個のままです。数の代わりに引数 hidden_units を使いましょう。",
            )
        require(
            model.parameters == want,
            en=f"build_model({units}) should have {want:,} parameters, but it has "
            f"{model.parameters:,}. Only the hidden layer's width should follow hidden_units; the "
            "output layer keeps its 10 neurons.",
            ja=f"build_model({units}) のパラメータは {want:,} 個のはずですが、"
            f"{model.parameters:,} 個でした。hidden_units で変わるのは隠れ層だけで、"
            "出力層のニューロンは 10 個のままです。",
        )


def picture(submission, kinds):
    """What draw_model draws of the example network with `kinds` outputs: pixels (h, w, 3).

    The example is given, so this check does not depend on task 3. The sizes in the file's header
    are looked at before anything is decoded.
    """
    from PIL import Image

    model = submission.call("small_network", kinds)
    path = "drawn_by_check.png"
    submission.ask("draw_model", model, path)
    data = submission.read(path) or b""
    sizes = struct.unpack(">II", data[16:24]) if data[12:16] == b"IHDR" else (0, 0)
    if not 32 <= len(data) <= MAX_PICTURE or not 0 < sizes[0] * sizes[1] <= MAX_PIXELS:
        pixels = None
    else:
        try:
            with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
                pixels = np.asarray(image.convert("RGB"))
        except (OSError, SyntaxError, ValueError):
            pixels = None
    if pixels is None:
        wrong(
            en=f"The file {path} that draw_model wrote can't be opened as a picture. Let "
            "plot_model write it.",
            ja=f"draw_model が書き込んだ {path} は、画像として開けません。"
            "plot_model に書き込ませてください。",
        )
    return pixels


@pytest.mark.points(0.5, task="picture", needs="test_picture_is_a_png_file")
def test_picture_shows_the_given_model(submission):
    """The picture shows the model that was given, with its shapes.

    図には、渡されたモデルが形とともに描かれます。
    """
    narrow, wide = picture(submission, 3), picture(submission, 1000)
    for pixels in (narrow, wide):
        require(
            np.ptp(pixels, axis=(0, 1)).any(),
            en="The picture that draw_model wrote is empty: all its pixels have one colour. Let "
            "plot_model draw the model.",
            ja="draw_model が書き込んだ図は空で、すべての画素が同じ色です。"
            "plot_model にモデルを描かせましょう。",
        )
    require(
        narrow.shape != wide.shape or not np.array_equal(narrow, wide),
        en="The pictures of a model with 3 and of one with 1000 outputs are the same. Is "
        "show_shapes switched on, and is it the model in the argument `model` that is drawn?",
        ja="出力が 3 個のモデルと 1000 個のモデルの図が、まったく同じです。"
        "show_shapes は指定しましたか。描いているのは、引数 `model` のモデルですか。",
    )
