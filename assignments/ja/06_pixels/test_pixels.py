"""Public checks of chapter 6: run `pytest` in this folder as often as you like."""

import functools

import numpy as np
import pytest

from autograder.course import mnist
from autograder.grading import Sample, as_array, kind_of, require, wrong

SMALL = np.array([[0, 0, 51], [0, 204, 255], [0, 102, 0]], dtype="uint8")[:, :, np.newaxis]
"""The image of 3 rows and 3 columns in the text."""


def close(got, want, atol=1e-5):
    """Equal shape and, within `atol`, equal numbers; nan equals nothing."""
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=0, atol=atol)


def brightness(image):
    """A drawn image as (height, width); one of three or four channels that agree is grey too."""
    image = np.squeeze(image)
    channels = image[..., :3] if image.ndim == 3 else image[..., np.newaxis]
    return channels[..., 0] if (channels == channels[..., :1]).all() else image


ROWS = sorted(
    {
        *np.random.default_rng(60).choice(10_000, 200, replace=False).tolist(),
        *np.random.default_rng(61).choice(60_000, 200, replace=False).tolist(),
    }
)
"""Numbers of the examples that are looked at closely."""


@pytest.fixture(scope="module")
def loaded(submission):
    """Samples of what load_mnist returns; it is called once, because it takes some seconds."""
    return submission.sample("load_mnist", ROWS)


@pytest.mark.points(1, task="load_mnist")
def test_load_mnist_gives_both_splits(loaded):
    """60,000 training and 10,000 test images, with their labels.

    訓練用の画像 60000 枚とテスト用の画像 10000 枚が、ラベルと一緒に得られます。
    """
    if isinstance(loaded, dict):
        wrong(
            en="load_mnist returned a dictionary with the keys "
            f"{sorted(map(str, loaded))}. Take the splits out of it and return two pairs.",
            ja=f"load_mnist はキーが {sorted(map(str, loaded))} の辞書を返しました。"
            "区分を取り出し、2 つの組を返してください。",
        )
    parts = loaded if isinstance(loaded, list) else []
    require(
        len(parts) == 2,
        en="load_mnist should return two pairs, (images, labels) for training and for test, but "
        f"{f'{len(parts)} things' if parts else kind_of(loaded)} came.",
        ja="load_mnist は、訓練用とテスト用の (画像, ラベル) の組を 2 つ返すはずですが、"
        f"{f'{len(parts)} 個' if parts else f'{kind_of(loaded)} '}でした。",
    )
    for part in parts:
        require(
            isinstance(part, list) and len(part) == 2 and all(isinstance(a, Sample) for a in part),
            en="Each split should be a pair (images, labels) of arrays, but one is "
            f"{kind_of(part)}. With as_supervised=True and batch_size=-1 TFDS gives such pairs.",
            ja=f"それぞれの区分は、配列の組 (画像, ラベル) のはずですが、{kind_of(part)} でした。"
            "as_supervised=True と batch_size=-1 を指定すると、TFDS から組が得られます。",
        )
    shapes = [array.shape for part in parts for array in part]
    want = [(60000, 28, 28, 1), (60000,), (10000, 28, 28, 1), (10000,)]
    if shapes == [*want[2:], *want[:2]]:
        wrong(
            en="load_mnist returned the test images first. The 60,000 training images come first.",
            ja="load_mnist はテスト用の画像を先に返しました。先に返すのは 60000 枚の訓練データです。",
        )
    if shapes == [want[1], want[0], want[3], want[2]]:
        wrong(
            en="load_mnist returned labels first and images second. A pair is (images, labels).",
            ja="load_mnist はラベルを先に返しました。組の順番は (画像, ラベル) です。",
        )
    if shapes[0] == (60000, 28, 28):
        wrong(
            en="The images have shape (60000, 28, 28): the last place, the single channel, is "
            "missing. TFDS gives (60000, 28, 28, 1); leave it so.",
            ja="画像の形が (60000, 28, 28) です。最後のチャンネル（1 つ）がありません。TFDS からは "
            "(60000, 28, 28, 1) の形で得られるので、そのまま返してください。",
        )
    require(
        shapes == want,
        en=f"The shapes should be {want}, but they are {shapes}. Which split is not whole?",
        ja=f"形は {want} のはずですが、{shapes} でした。全部そろっていないのはどの区分ですか。",
    )
    for images, _ in parts:
        if images.dtype.startswith("float"):
            wrong(
                en=f"The images are {images.dtype} numbers from {images.low:g} to {images.high:g}. "
                "TFDS gives uint8 numbers from 0 to 255. Have they been changed already? Leave that "
                "to to_unit_range.",
                ja=f"画像が {images.dtype} で、{images.low:g} から {images.high:g} までの数です。TFDS から"
                "は 0 から 255 の uint8 で得られます。もう変換してしまいましたか。それは to_unit_range の"
                "仕事です。",
            )
        require(
            (images.low, images.high) == (0, 255),
            en="The pixel values should go from 0 to 255, as TFDS gives them, but they go from "
            f"{images.low:g} to {images.high:g}. Return them without computing anything.",
            ja="画素値は TFDS のまま、0 から 255 のはずですが、"
            f"{images.low:g} から {images.high:g} まででした。何も計算せずに返しましょう。",
        )


@functools.cache
def known():
    """From the bytes of each of MNIST's images to its split and label."""
    x_train, y_train, x_test, y_test = mnist.arrays()
    table = {x.tobytes(): ("train", int(y)) for x, y in zip(x_train, y_train, strict=True)}
    table |= {x.tobytes(): ("test", int(y)) for x, y in zip(x_test, y_test, strict=True)}
    return table


def found(images):
    """Split and label of each image, or (None, -1) for one that is not in MNIST as it stands."""
    return [known().get(image.tobytes(), (None, -1)) for image in images.astype(np.uint8)]


@pytest.mark.points(0.5, task="load_mnist", needs="test_load_mnist_gives_both_splits")
def test_labels_belong_to_their_images(loaded):
    """Every label belongs to the image at the same place.

    どのラベルも、同じ場所にある画像のものです。
    """
    for images, labels in loaded:
        truth = np.array([label for _, label in found(images.rows)])
        if (truth < 0).all() and found(255 - images.rows)[0][0]:
            wrong(
                en="The images are inverted: black ink on white paper. In MNIST 0 is black and "
                "the digit is white. Leave the pixel values as TFDS gives them.",
                ja="画像の明暗が反転しています。MNIST では 0 が黒で、数字のほうが白です。画素値は TFDS の"
                "まま変えないでください。",
            )
        require(
            (truth >= 0).all(),
            en=f"{(truth < 0).sum()} of {len(truth)} images that were looked at are not MNIST's. "
            "Leave the pixel values as TFDS gives them.",
            ja=f"調べた {len(truth)} 枚のうち {(truth < 0).sum()} 枚が MNIST の画像ではありません。画素値は "
            "TFDS のまま変えないでください。",
        )
        bad = int((truth != labels.rows).sum())
        require(
            bad == 0,
            en=f"{bad} of {len(truth)} labels that were looked at don't belong to the image at "
            "their place. Images and labels have to stay in the same order: whatever mixes or "
            "sorts one of them has to do the same to the other.",
            ja=f"調べた {len(truth)} 個のラベルのうち {bad} 個が、同じ場所の画像のものではありません。"
            "画像とラベルは同じ順番でなければなりません。片方を混ぜたり並べ替えたりするなら、"
            "もう片方も同じようにします。",
        )


@pytest.mark.points(0.5, task="load_mnist", needs="test_load_mnist_gives_both_splits")
def test_test_images_are_no_training_images(loaded):
    """The test images are other images than the training images.

    テスト用の画像は、訓練用の画像とは別のものです。
    """
    (train_images, _), (test_images, _) = loaded
    seen = sum(split == "train" for split, _ in found(test_images.rows))
    require(
        seen == 0,
        en=f"{seen} of {len(test_images.rows)} test images that were looked at are training images. "
        "A network that is tested on what it has learnt from looks better than it is. The split "
        "'test' has images of its own.",
        ja=f"調べたテスト用の画像 {len(test_images.rows)} 枚のうち {seen} 枚が、訓練データの画像です。"
        "学習に使った画像で検証すると、実際よりもよく見えてしまいます。"
        "区分 'test' には別の画像があります。",
    )
    swapped = sum(split == "test" for split, _ in found(train_images.rows))
    require(
        swapped == 0,
        en=f"{swapped} of the training images that were looked at are test images. They have to "
        "stay unseen.",
        ja=f"調べた訓練用の画像のうち {swapped} 枚がテスト用の画像です。テスト用の画像は、学習に"
        "使えません。",
    )


@pytest.mark.points(1, task="show_image")
def test_show_image_draws_one_image(submission):
    """show_image draws one image, with its pixel values.

    show_image は、画像を 1 枚、その画素値のとおりに描きます。
    """
    images = np.stack([SMALL, 255 - SMALL])
    answer = submission.ask("show_image", images, 0)
    drawn = [image for f in answer.figures for axes in f.axes for image in axes.images]
    require(
        drawn,
        en="show_image(images, 0) drew no image. plt.imshow draws one.",
        ja="show_image(images, 0) を呼んでも、画像が描かれませんでした。画像は plt.imshow で描けます。",
    )
    require(
        len(drawn) == 1,
        en=f"show_image(images, 0) should draw one image, but it drew {len(drawn)}. Choose the one "
        "with the number `index`.",
        ja=f"show_image(images, 0) は画像を 1 枚描くはずですが、{len(drawn)} 枚描きました。"
        "番号が `index` の画像だけを選びましょう。",
    )
    got, want = brightness(drawn[0]), SMALL[:, :, 0].astype(float)
    if close(got, want.T):
        wrong(
            en="show_image(images, 0) drew the image with rows and columns swapped. Its rows are in "
            "the right order already; draw the array as it is.",
            ja="show_image(images, 0) は、行と列を入れ替えて画像を描きました。配列の行と列はもともと正しい"
            "順番なので、そのまま描きましょう。",
        )
    if close(got, 255 - want):
        wrong(
            en="show_image(images, 0) drew image 1, or image 0 inverted. The first image is number 0, "
            "and its pixel values stay as they are.",
            ja="show_image(images, 0) は、1 番の画像か、明暗を反転した 0 番の画像を描きました。最初の画像は "
            "0 番で、画素値はそのまま描きます。",
        )
    require(
        close(got, want) or close(got * 255, want),
        en="show_image(images, 0) should draw images[0], whose pixel values are "
        f"{want.tolist()}, but it drew {got.tolist()}.",
        ja=f"show_image(images, 0) は images[0]（画素値は {want.tolist()}）を描くはずですが、"
        f"{got.tolist()} を描きました。",
    )


@pytest.mark.points(1, task="describe_image")
def test_describe_the_small_image(submission):
    """The five facts about the image in the text.

    本文の画像について調べた 5 つのことです。
    """
    got = submission.call("describe_image", SMALL)
    require(
        isinstance(got, dict),
        en=f"describe_image should return a dictionary, in which every fact has its name, but what it "
        f"returned is of type {kind_of(got)}.",
        ja="describe_image は、調べたことに名前を付けた辞書 (dict) を返すはずですが、"
        f"{kind_of(got)} 型の値を返しました。",
    )
    missing = [key for key in ("shape", "dtype", "min", "max", "black") if key not in got]
    require(
        not missing,
        en=f"describe_image should have the keys shape, dtype, min, max and black. Missing: "
        f"{', '.join(missing)}.",
        ja="describe_image の結果には、キー shape, dtype, min, max, black があるはずですが、"
        f"{', '.join(missing)} がありません。",
    )
    shape = tuple(np.ravel(got["shape"]).tolist()) if got["shape"] is not None else ()
    require(
        shape == (3, 3, 1),
        en=f'"shape" of the small image should be (3, 3, 1), rows, columns and channels, but it is '
        f"{got['shape']}.",
        ja=f'小さな画像の "shape" は、行、列、チャンネルの順に (3, 3, 1) のはずですが、'
        f"{got['shape']} でした。",
    )
    dtype = str(kind_of(got["dtype"]) if not isinstance(got["dtype"], str) else got["dtype"])
    if dtype == "ndarray":
        wrong(
            en='"dtype" is ndarray: that is what the array itself is. Asked for is the kind of number in '
            "it.",
            ja='"dtype" が ndarray です。これは配列そのものの種類です。求めるのは、'
            "その中に入っている数の種類です。",
        )
    require(
        dtype.lower() in ("uint8", "uint8dtype"),
        en='"dtype" of the small image should be "uint8", the kind of number in the array, but it '
        f"is {dtype}.",
        ja=f'小さな画像の "dtype" は、配列に入っている数の種類 "uint8" のはずですが、{dtype} でした。',
    )
    for key, want, en, ja in (
        ("min", 0, "the smallest pixel value", "画素値の最小値"),
        ("max", 255, "the largest pixel value", "画素値の最大値"),
        ("black", 5, "the number of pixels with the value 0", "値が 0 の画素の個数"),
    ):
        value = as_array(got[key], name=f'"{key}"')
        if key == "black" and value.size == 1 and value.item() == 4:
            wrong(
                en='"black" is 4: those are the pixels that are not black. Black is the value 0.',
                ja='"black" が 4 です。これは黒でない画素の個数です。黒は値が 0 の画素です。',
            )
        require(
            value.size == 1 and value.item() == want,
            en=f'"{key}" of the small image should be {want}, {en}, but it is {value.tolist()}.',
            ja=f'小さな画像の "{key}" は、{ja}で {want} のはずですが、{value.tolist()} でした。',
        )


@pytest.mark.points(0.5, task="to_unit_range")
def test_unit_range_by_hand(submission):
    """0, 51, 102, 204 and 255 become 0, 0.2, 0.4, 0.8 and 1.

    0, 51, 102, 204, 255 は 0, 0.2, 0.4, 0.8, 1 になります。
    """
    name = "to_unit_range"
    got = as_array(submission.call(name, SMALL[np.newaxis]), name=name, shape=(1, 3, 3, 1))
    want = SMALL[np.newaxis] / 255
    for values, en, ja in (
        (
            SMALL[np.newaxis] / 256,
            "255 became 0.996: divided by 256. The largest pixel value is 255, and it should "
            "become exactly 1",
            "255 が 0.996 になりました。256 で割っています。最大の画素値は 255 で、それがちょうど 1 に"
            "なるはずです",
        ),
        (
            want / 255,
            "255 became 0.0039 and not 1: it was divided by 255 twice",
            "255 が 1 ではなく 0.0039 になりました。255 で 2 回割っています",
        ),
        (
            1 - want,
            "black and white are swapped: 0 became 1, and 255 became 0",
            "黒と白が逆です。0 が 1 に、255 が 0 になりました",
        ),
        (
            np.floor(want),
            "only 255 became 1, and everything else 0. Whole numbers have nothing in between: "
            "neither with // nor in a uint8 array. Change the kind of number first",
            "255 だけが 1、ほかはすべて 0 になりました。// で割ったときや uint8 の配列では、整数しか"
            "表せません。先に数の種類を変えましょう",
        ),
        (
            2 * want - 1,
            "0 became -1: this is the range from -1 to 1. Here 0 should stay 0",
            "0 が -1 になりました。これは -1 から 1 の範囲です。ここでは 0 は 0 のままです",
        ),
        (
            SMALL[np.newaxis],
            "the pixel values came back as they were, 0 to 255. Divide them, so that "
            "255 becomes 1",
            "画素値が 0 から 255 のまま返りました。255 が 1 になるように割りましょう",
        ),
    ):
        if close(got, values, atol=1e-4):
            wrong(en=f"{name}: {en}.", ja=f"{name} の結果で、{ja}。")
    if got[0, 1, 2, 0] < 0.01 and (got[0, 1, 1, 0] > 0.5):
        wrong(
            en=f"{name}: 204 became {got[0, 1, 1, 0]:.3f}, but 255 became {got[0, 1, 2, 0]:.3f}. "
            "Adding to a uint8 number of 255 starts again at 0, without an error. Change the kind "
            "of number first, then compute.",
            ja=f"{name} の結果で、204 は {got[0, 1, 1, 0]:.3f} なのに、255 は {got[0, 1, 2, 0]:.3f} に"
            "なりました。uint8 の 255 に数を足すと、エラーも出ずに 0 に戻ります。先に数の種類を変えてから"
            "計算しましょう。",
        )
    require(
        close(got, want, atol=1e-3),
        en=f"{name} of the small image should be {want[0, :, :, 0].round(2).tolist()}, but "
        f"{got[0, :, :, 0].astype(float).round(4).tolist()} came. All pixels are divided by the same number, and "
        "255 becomes 1.",
        ja=f"小さな画像に対する {name} は {want[0, :, :, 0].round(2).tolist()} のはずですが、"
        f"{got[0, :, :, 0].astype(float).round(4).tolist()} でした。どの画素も同じ数で割り、255 が 1 になるように"
        "します。",
    )


@pytest.mark.points(0.5, task="class_counts")
def test_class_counts_by_hand(submission):
    """The counts of the five labels in the text.

    本文の 5 個のラベルの個数です。
    """
    value = submission.call("class_counts", np.array([3, 1, 3, 9, 3]))
    asked = "class_counts([3, 1, 3, 9, 3])"
    if isinstance(value, dict):
        wrong(
            en=f"{asked} returned a dictionary. Return ten counts in order, from digit 0 to 9.",
            ja=f"{asked} は辞書を返しました。数字の 0 から 9 の順に並べた 10 個の個数を返してください。",
        )
    got = as_array(value, name=asked)
    want = np.array([0, 1, 0, 3, 0, 0, 0, 0, 0, 1])
    if close(got, want / 5):
        wrong(
            en=f"{asked} gave fractions that add up to 1. Return counts: they add up to 5.",
            ja=f"{asked} は、合計が 1 になる割合でした。合計が 5 になる個数を返してください。",
        )
    require(
        got.shape == (10,),
        en=f"{asked} should give ten counts, one for each digit, but its shape is {got.shape}. "
        "Digits that do not occur have the count 0 and keep their place.",
        ja=f"{asked} は、数字ごとに 1 つ、全部で 10 個の個数になるはずですが、形は {got.shape} "
        "でした。現れない数字も、個数を 0 として場所を残します。",
    )
    require(
        close(got, want),
        en=f"{asked} should be {want.tolist()}, but it is {got.tolist()}. Place 0 says how often "
        "the digit 0 occurs, place 1 how often the 1, and so on.",
        ja=f"{asked} は {want.tolist()} のはずですが、{got.tolist()} でした。先頭は 0 の個数、"
        "次は 1 の個数、というように並べます。",
    )


@pytest.mark.points(0.5, task="split_sizes")
def test_split_sizes_of_small_splits(submission):
    """Six training images and four test images: 6 and 4.

    訓練用の画像が 6 枚、テスト用の画像が 4 枚なら、6 と 4 です。
    """
    train, test = (
        (np.zeros((n, 28, 28, 1), np.uint8), np.arange(n, dtype=np.int64)) for n in (6, 4)
    )
    asked = "split_sizes(train, test) with 6 training and 4 test images"
    asked_ja = "訓練用が 6 枚、テスト用が 4 枚のとき、split_sizes(train, test)"
    got = as_array(submission.call("split_sizes", train, test), name=asked).tolist()
    for values, en, ja in (
        (
            [2, 2],
            "that is the length of each pair, images and labels. Count the images in it",
            "これは画像とラベルの組の長さです。その中の画像を数えましょう",
        ),
        ([4, 6], "the order is training first", "訓練データが先です"),
        (
            [60000, 10000],
            "these are MNIST's sizes, but the splits here are others. Count what is given",
            "これは MNIST の枚数ですが、ここで渡した区分は別のものです。渡されたものを数えましょう",
        ),
        (
            [6 * 784, 4 * 784],
            "that is the number of pixels. Count the images",
            "これは画素の個数です。画像の枚数を数えましょう",
        ),
    ):
        if got == values:
            wrong(en=f"{asked} gave {values}: {en}.", ja=f"{asked_ja} は {values} でした。{ja}。")
    require(
        got == [6, 4],
        en=f"{asked} should be (6, 4), but it is {got}. Each split is a pair, (images, labels): "
        "count the images in it.",
        ja=f"{asked_ja} は (6, 4) のはずですが、{got} でした。区分は (画像, ラベル) の組です。"
        "その中の画像を数えましょう。",
    )
