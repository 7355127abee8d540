"""Hidden checks of 06_pixels: other images, grey as drawn, every pixel value, absent digits."""

import io
import struct

import numpy as np
import pytest

from autograder.grading import as_array, kind_of, require, wrong

MAX_PIXELS = 4_000_000
"""Of a drawn figure; looked at before it is decoded."""


def unit_range(images):
    """Pixel values 0...255 of any shape. Returns float64 in 0...1."""
    return np.asarray(images, float) / 255


def counts(labels):
    """labels: digits 0...9, (n,). Returns how often each occurs, (10,)."""
    return (np.asarray(labels)[:, np.newaxis] == np.arange(10)).sum(axis=0)


def close(got, want, atol=1e-6):
    """Equal shape and, within `atol`, equal numbers; nan equals nothing."""
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=0, atol=atol)


def drawn_images(answer):
    """The images in all axes of all figures, each (height, width) if it is grey."""
    return [brightness(image) for f in answer.figures for axes in f.axes for image in axes.images]


def brightness(image):
    """A drawn image as (height, width); one of three or four channels that agree is grey too."""
    image = np.squeeze(image)
    channels = image[..., :3] if image.ndim == 3 else image[..., np.newaxis]
    return channels[..., 0] if (channels == channels[..., :1]).all() else image


@pytest.mark.points(0.5, task="show_image", needs="test_show_image_draws_one_image")
def test_show_image_draws_the_image_asked_for(submission):
    """show_image draws the image with the number that was asked for.

    show_image は、指定した番号の画像を描きます。
    """
    images = np.random.default_rng(61).integers(0, 256, (5, 9, 7, 1), dtype=np.uint8)
    for index in (3, 1):
        drawn = drawn_images(submission.ask("show_image", images, index))
        want = images[index, :, :, 0].astype(float)
        shown = [
            i for i, image in enumerate(images[..., 0]) if drawn and close(drawn[0], image, 0.5)
        ]
        if shown and shown != [index]:
            wrong(
                en=f"show_image(images, {index}) drew image {shown[0]}. Use the argument `index`.",
                ja=f"show_image(images, {index}) は {shown[0]} 番の画像を描きました。引数 `index` を"
                "使いましょう。",
            )
        require(
            len(drawn) == 1 and (close(drawn[0], want, 0.5) or close(drawn[0] * 255, want, 0.5)),
            en=f"show_image(images, {index}) should draw images[{index}] of shape (9, 7, 1), but "
            f"it drew {[image.shape for image in drawn]} with other values.",
            ja=f"show_image(images, {index}) は、形が (9, 7, 1) の images[{index}] を描くはずですが、"
            f"{[image.shape for image in drawn]} の別の値を描きました。",
        )


def rendered(answer):
    """The drawn figure as it looks, (height, width, 3), or None if it can't be decoded."""
    from PIL import Image

    data = next((f.png for f in answer.figures if any(a.images for a in f.axes)), b"")
    if data[12:16] != b"IHDR" or not 0 < np.prod(struct.unpack(">II", data[16:24])) <= MAX_PIXELS:
        return None
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as image:
            return np.asarray(image.convert("RGB")).astype(int)
    except (OSError, SyntaxError, ValueError):
        return None


def centre(mask):
    """Row and column of the middle of what is marked."""
    return np.argwhere(mask).mean(axis=0)


@pytest.mark.points(0.5, task="show_image", needs="test_show_image_draws_one_image")
def test_image_is_drawn_in_grey(submission):
    """Pixel value 0 is drawn black and 255 white, upright and without colours.

    画素値 0 は黒、255 は白で、色を付けず、正しい向きに描かれます。
    """
    image = np.full((1, 16, 16, 1), 255, dtype=np.uint8)
    image[0, :8, :8], image[0, :8, 8:] = 0, 120
    look = rendered(submission.ask("show_image", image, 0))
    if look is None:
        wrong(
            en="The figure that show_image drew can't be looked at: it is empty, or larger than "
            f"{MAX_PIXELS:,} pixels.",
            ja="show_image が描いた図を確認できません。空か、"
            f"{MAX_PIXELS:,} 画素より大きな図です。",
        )
    spread = look.max(axis=2) - look.min(axis=2)
    if (spread > 40).mean() > 0.03:
        wrong(
            en="show_image drew a grey image in colours. Pixel values are brightnesses: choose a "
            "grey colour map (the argument cmap), or matplotlib takes its own, violet to yellow.",
            ja="show_image が、濃淡画像に色を付けて描きました。画素値は明るさです。灰色のカラーマップを"
            "引数 cmap で選びましょう。選ばないと、紫から黄色の色になります。",
        )
    bright = look.mean(axis=2)
    black, grey = bright < 30, (bright > 90) & (bright < 150)
    require(
        black.mean() > 0.02 and grey.mean() > 0.02,
        en="In what show_image drew, the pixels with 0 should be black and those with 120 grey, "
        f"but {black.mean():.0%} of the figure is black and {grey.mean():.0%} grey. Is the whole "
        "range from 0 to 255 shown?",
        ja="show_image が描いた図では、値が 0 の画素が黒、120 の画素が灰色のはずですが、黒が "
        f"{black.mean():.0%}、灰色が {grey.mean():.0%} でした。0 から 255 までの範囲全体を"
        "表示していますか。",
    )
    down, right = centre(grey) - centre(black)
    half = 0.1 * min(look.shape[:2])
    if down < -half:
        wrong(
            en="show_image drew the image inverted: 0 became white and 255 black. Is the colour "
            'map one that runs backwards, such as "gray_r" or "binary"? "gray" begins at black.',
            ja='show_image は明暗を反転して描きました。0 が白、255 が黒です。"gray_r" や "binary" の'
            'ような、逆向きのカラーマップではありませんか。"gray" は黒から始まります。',
        )
    require(
        abs(down) < half and right > half and centre(black)[0] < look.shape[0] / 2,
        en="show_image drew the image upside down, mirrored or turned. Row 0 belongs at the top and "
        "column 0 at the left, as imshow does it by itself.",
        ja="show_image が描いた画像は、上下か左右が逆になっているか、回転しています。imshow をそのまま"
        "使えば、0 行目が上、0 列目が左になります。",
    )


@pytest.mark.points(0.5, task="describe_image", needs="test_describe_the_small_image")
def test_describe_an_image_without_black(submission):
    """An image without black: its own smallest and largest value are reported.

    黒のない画像でも、その画像の最小値と最大値が得られます。
    """
    image = np.random.default_rng(62).integers(2, 201, (28, 28, 1), dtype=np.uint8)
    image[3, 4], image[20, 9] = 1, 201
    got = submission.call("describe_image", image)
    for key, want in (("min", 1), ("max", 201), ("black", 0)):
        value = as_array(got[key], name=f'"{key}"', shape=())
        if value != want and value in (0, 255):
            wrong(
                en=f'For an image with pixel values from 1 to 201, "{key}" is {value.item():g}. '
                "That is what pixel values can be, not what they are in this image.",
                ja=f'画素値が 1 から 201 までの画像で、"{key}" が {value.item():g} でした。それは画素値の'
                "とりうる範囲で、この画像の値ではありません。",
            )
        if key == "black":
            require(
                value == 0,
                en=f'For an image whose smallest value is 1, "black" is {value.item():g}. Black '
                "is the value 0 alone, not the smallest value, and not what is merely dark.",
                ja=f'最小値が 1 の画像で、"black" が {value.item():g} でした。黒は値が 0 の画素だけです。'
                "最小値の画素や、暗いだけの画素は数えません。",
            )
        require(
            value == want,
            en=f'For an image with pixel values from 1 to 201, "{key}" should be {want}, but it '
            f"is {value.item():g}.",
            ja=f'画素値が 1 から 201 までの画像で、"{key}" は {want} のはずですが、'
            f"{value.item():g} でした。",
        )


@pytest.mark.points(0.5, task="describe_image", needs="test_describe_the_small_image")
def test_describe_an_image_of_float32(submission):
    """The kind of number is read from the image: float32 here.

    数の種類は画像から読み取ります。ここでは float32 です。
    """
    image = np.linspace(0, 255, 24, dtype=np.float32).reshape(4, 6, 1)
    got = submission.call("describe_image", image)["dtype"]
    name = (got if isinstance(got, str) else kind_of(got)).lower().removesuffix("dtype")
    require(
        name == "float32",
        en=f'For an image of float32 numbers, "dtype" should be "float32", but it is {name}. Ask '
        "the array that was given for its dtype.",
        ja=f'float32 の数の画像では、"dtype" は "float32" のはずですが、{name} でした。渡された配列の '
        "dtype を調べましょう。",
    )


@pytest.mark.points(0.5, task="to_unit_range", needs="test_unit_range_by_hand")
def test_unit_range_keeps_dark_images_dark(submission):
    """A dark image stays dark: every image is divided by the same number.

    暗い画像は暗いままです。どの画像も同じ数で割ります。
    """
    rng = np.random.default_rng(63)
    images = rng.integers(0, 256, (3, 8, 8, 1), dtype=np.uint8)
    images[0] = images[0] % 101
    images[:, 0, 0], images[0, 1, 1], images[1:, 1, 1] = 0, 100, 255
    for batch, en, ja in (
        (images, "each image was divided by its own", "画像ごとに"),
        (images[:1], "the whole array was divided by its", "配列全体を"),
    ):
        name = "to_unit_range"
        got = as_array(submission.call(name, batch), name=name, shape=batch.shape)
        if got[0].max() > 0.999:
            wrong(
                en=f"An image whose largest pixel value is 100 came back with the largest value "
                f"{got[0].max():.3f} instead of {100 / 255:.3f}: {en} largest value. "
                "Divide by 255 always, or a faint digit becomes as bright as a "
                "bold one.",
                ja=f"最大の画素値が 100 の画像で、結果の最大値が {100 / 255:.3f} ではなく "
                f"{got[0].max():.3f} になりました。{ja}その最大値で割っています。いつも 255 で"
                "割りましょう。そうしないと、薄い字も濃い字と同じ明るさになります。",
            )
        require(
            close(got, unit_range(batch), 1e-3),
            en=f"In an image whose largest pixel value is 100, 100 should become {100 / 255:.3f}, "
            f"but it became {got[0, 1, 1, 0]:.3f}. The divisor is the same for every image: 255.",
            ja=f"最大の画素値が 100 の画像で、100 は {100 / 255:.3f} になるはずですが、"
            f"{got[0, 1, 1, 0]:.3f} でした。どの画像も同じ数、255 で割ります。",
        )


@pytest.mark.points(0.5, task="to_unit_range", needs="test_unit_range_by_hand")
def test_unit_range_is_float32(submission):
    """The result is an array of float32 numbers.

    結果は float32 の配列です。
    """
    images = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
    got = submission.call("to_unit_range", images)
    kind = got.dtype if isinstance(got, np.ndarray) else kind_of(got)
    if kind == np.float64:
        wrong(
            en="to_unit_range returned float64, NumPy's own choice when whole numbers are divided. "
            "It takes twice the memory, 376 MB for the training images. Ask for float32.",
            ja="to_unit_range は float64 を返しました。整数を割ると、NumPy が自動的にこの種類にします。"
            "メモリが 2 倍（訓練用の画像で 376 MB）必要です。float32 を指定しましょう。",
        )
    require(
        kind == np.float32,
        en=f"to_unit_range should return an array of float32 numbers, but it returned {kind}.",
        ja=f"to_unit_range は float32 の配列を返すはずですが、{kind} でした。",
    )


@pytest.mark.points(0.5, task="to_unit_range", needs="test_unit_range_by_hand")
def test_unit_range_leaves_its_argument_alone(submission):
    """The array that was given stays as it was, also one of float32 numbers.

    渡された配列は、float32 の配列でも、元のまま変わりません。
    """
    images = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
    for given in (images, images.astype(np.float32)):
        answer = submission.ask("to_unit_range", given)
        require(
            not answer.changed,
            en=f"to_unit_range changed the {given.dtype} array that it was given: whoever shows "
            "or scales these images again gets something else. Operators such as /= write into "
            "the array itself; build a new one.",
            ja=f"to_unit_range が、渡された {given.dtype} の配列の中身を変えました。その画像をもう一度"
            "表示したり変換したりすると、違う結果になります。/= などは配列そのものを書き換えます。"
            "新しい配列を作りましょう。",
        )
        got = as_array(answer.value, name="to_unit_range", shape=given.shape)
        require(
            close(got, unit_range(given), 1e-3),
            en=f"Pixel values 0 to 255 that come as {given.dtype} should be divided by 255 as well: "
            f"255 became {got.max():.4g}.",
            ja=f"0 から 255 の画素値が {given.dtype} の配列で渡されたときも、255 で割ります。"
            f"255 が {got.max():.4g} になりました。",
        )


@pytest.mark.points(0.5, task="to_unit_range", needs="test_unit_range_by_hand")
def test_unit_range_of_every_pixel_value(submission):
    """All 256 pixel values are divided by exactly 255; white is exactly 1.

    256 通りの画素値が、どれも正確に 255 で割られます。白はちょうど 1 です。
    """
    images = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
    name = "to_unit_range"
    got = as_array(submission.call(name, images), name=name, shape=images.shape)
    off = np.abs(got - unit_range(images)).ravel()
    require(
        off.max() <= 1e-6,
        en=f"{name}: {(off > 1e-6).sum()} of the 256 pixel values are not exactly divided by 255. "
        f"{off.argmax()} became {got.ravel()[off.argmax()]:.6f} instead of "
        f"{off.argmax() / 255:.6f}. A rounded factor or a rounded result is not exact enough.",
        ja=f"{name} の結果で、256 通りの画素値のうち {(off > 1e-6).sum()} 個が、正確に 255 で割った値に"
        f"なっていません。{off.argmax()} は {off.argmax() / 255:.6f} のはずですが、"
        f"{got.ravel()[off.argmax()]:.6f} でした。丸めた数を掛けたり、結果を丸めたりすると、正確な値に"
        "なりません。",
    )


@pytest.mark.points(0.25, task="class_counts", needs="test_class_counts_by_hand")
def test_class_counts_of_absent_digits(submission):
    """Digits that do not occur are counted as 0, also at the end.

    現れない数字の個数は、最後のほうでも 0 になります。
    """
    labels = np.array([0, 1, 2, 1])
    got = as_array(submission.call("class_counts", labels), name="class_counts([0, 1, 2, 1])")
    if got.size < 10:
        wrong(
            en=f"class_counts([0, 1, 2, 1]) gave {got.size} counts: it stopped at the largest label "
            "that occurs. There are ten digits, and ten counts.",
            ja=f"class_counts([0, 1, 2, 1]) は {got.size} 個しか返しませんでした。現れたラベルの最大値で"
            "終わっています。数字は 10 種類なので、個数も 10 個です。",
        )
    require(
        close(got, counts(labels)),
        en=f"class_counts([0, 1, 2, 1]) should be {counts(labels).tolist()}, but it is "
        f"{got.tolist()}. A digit that does not occur has the count 0.",
        ja=f"class_counts([0, 1, 2, 1]) は {counts(labels).tolist()} のはずですが、{got.tolist()} "
        "でした。現れない数字の個数は 0 です。",
    )


@pytest.mark.points(0.25, task="class_counts", needs="test_class_counts_by_hand")
def test_class_counts_of_thousands(submission):
    """Six thousand labels: every digit is counted several hundred times.

    ラベルが 6000 個あり、どの数字も数百回ずつ数えます。
    """
    labels = np.append(np.random.default_rng(64).integers(0, 10, 5999), 9)
    name = "class_counts"
    want = counts(labels)
    got = as_array(submission.call(name, labels), name=name, shape=(10,))
    if close(got, want % 256):
        wrong(
            en=f"The counts of 6000 labels add up to {got.sum():g}: each began again at 0 after 255. "
            "uint8 is good for pixel values, but too small for counts.",
            ja=f"6000 個のラベルの個数の合計が {got.sum():g} になりました。255 を超えると 0 に戻って"
            "います。uint8 は画素値にはよくても、個数には小さすぎます。",
        )
    require(
        close(got, want),
        en=f"The counts of 6000 labels should be {want.tolist()}, but they are {got.tolist()}. Is "
        "every label counted once, the first and the last ones too?",
        ja=f"6000 個のラベルの個数は {want.tolist()} のはずですが、{got.tolist()} でした。最初と最後の"
        "ラベルも含めて、どのラベルも 1 回ずつ数えていますか。",
    )
