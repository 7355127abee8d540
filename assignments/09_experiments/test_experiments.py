"""Public checks of 09_experiments: small cases that can be worked by hand, and a tiny run."""

import numpy as np
import pytest

from autograder.grading import NotDone, Text, as_array, kind_of, require, wrong

COLUMNS = ("hidden_units", "epochs", "seed", "loss", "accuracy", "val_loss", "val_accuracy")
PREDICTIONS = ("better", "worse", "no clear difference")


def images(n, seed=0):
    """n images of noise in [0, 1], each with a bright patch somewhere; (n, 28, 28, 1) float32."""
    rng = np.random.default_rng(seed)
    made = rng.random((n, 28, 28, 1), dtype=np.float32) * 0.3
    for image in made:
        y, x = rng.integers(0, 20, 2)
        image[y : y + 8, x : x + 8] += 0.7
    return made


def rows_of(setting, accuracies, first_seed=1):
    """Rows of one setting whose validation accuracies are these. Training: 0.02 higher."""
    return [
        {
            **{"hidden_units": setting[0], "epochs": setting[1], "seed": first_seed + i},
            **{"loss": 0.1, "accuracy": value + 0.02, "val_loss": 0.2, "val_accuracy": value},
        }
        for i, value in enumerate(accuracies)
    ]


@pytest.mark.points(0.5, task="predict_labels")
def test_predict_labels_picks_the_strongest(submission):
    """The label of each of ten images is the place of its largest activation.

    10 枚の画像のそれぞれについて、活性化度が最大の場所がラベルになります。
    """
    model = submission.call("build_model", 12)
    x = images(10)
    activations = model.predict(x)
    want = activations.argmax(axis=1)
    got = as_array(submission.call("predict_labels", model, x), name="predict_labels(10 images)")
    if got.shape == (10, 10):
        wrong(
            en="predict_labels(model, images) should give one label for each of the 10 images, but "
            "a table of shape (10, 10) came: these are still the activations of the ten neurons "
            "(or one number for each of them).",
            ja="predict_labels(model, images) は 10 枚の画像に 1 つずつラベルを返すはずですが、形が "
            "(10, 10) の表が返りました。まだ 10 個のニューロンの活性化度"
            "（または、その 1 つ 1 つに対する数）のままです。",
        )
    if got.shape == (10,) and np.allclose(got, activations.max(axis=1), atol=1e-4):
        wrong(
            en="predict_labels gave the largest activation of each image itself, such as "
            f"{got[0]:.2f}. The label is the place where it stands.",
            ja=f"predict_labels は、画像ごとの最大の活性化度そのもの ({got[0]:.2f} など) を"
            "返しました。ラベルは、それがある場所です。",
        )
    if got.shape == (10,) and np.array_equal(got, activations.argmax(axis=0)):
        wrong(
            en="predict_labels looked down the columns: for each digit it found the image that "
            "activates it most. Look along each row: for each image, the strongest digit.",
            ja="predict_labels は列に沿って調べています。これでは、数字ごとに、それを最も強く"
            "活性化する画像が見つかります。行に沿って、画像ごとに最も強い数字を探しましょう。",
        )
    if got.size == 1:
        wrong(
            en=f"predict_labels gave one number, {got.ravel()[0]:g}, for 10 images: the largest "
            "place in the whole table was sought. Look in each row separately.",
            ja=f"predict_labels は、10 枚の画像に対して 1 つの数 {got.ravel()[0]:g} を返しました。"
            "表全体で最大の場所を探しています。行ごとに探しましょう。",
        )
    require(
        got.shape == (10,),
        en=f"predict_labels should give an array of shape (10,) for 10 images, but its shape is "
        f"{got.shape}. Each image has one label, the place of its strongest neuron.",
        ja="10 枚の画像に対して、predict_labels は形が (10,) の配列を返すはずですが、形は "
        f"{got.shape} でした。ラベルは画像 1 枚に 1 つで、最も強いニューロンの場所です。",
    )
    require(
        np.array_equal(got, want),
        en=f"predict_labels gave {got.tolist()}, but the strongest neurons are {want.tolist()}. "
        "Are the images given to predict as they are, and is nothing added to the place?",
        ja=f"predict_labels は {got.tolist()} を返しましたが、最も強いニューロンは {want.tolist()} "
        "です。画像をそのまま predict に渡していますか。場所に何かを足していませんか。",
    )


@pytest.mark.points(0.5, task="accuracy_on", needs="test_predict_labels_picks_the_strongest")
def test_accuracy_on_counts_right_answers(submission):
    """Seven right answers of ten give 0.7.

    10 枚のうち 7 枚が正しければ、0.7 になります。
    """
    model = submission.call("build_model", 12)
    x = images(10)
    labels = model.predict(x).argmax(axis=1)
    labels[:3] = (labels[:3] + 1) % 10
    got = as_array(submission.call("accuracy_on", model, x, labels), name="accuracy_on", shape=())
    got = float(got)
    if np.isclose(got, 70.0):
        wrong(
            en="accuracy_on should give 0.7 for 7 right answers of 10, but 70 came: that is in per "
            "cent. The accuracy is a number from 0 to 1.",
            ja="10 枚のうち 7 枚が正しいとき、accuracy_on は 0.7 になるはずですが、70 でした。"
            "パーセントで表しています。精度は 0 から 1 の数です。",
        )
    if np.isclose(got, 7.0):
        wrong(
            en="accuracy_on gave 7, the number of right answers. The accuracy is their share of "
            "all 10.",
            ja="accuracy_on は 7、つまり正しい枚数を返しました。精度は、10 枚に対する割合です。",
        )
    if np.isclose(got, 0.3):
        wrong(
            en="accuracy_on should give 0.7 for 7 right answers of 10, but 0.3 came: the share of "
            "wrong answers.",
            ja="10 枚のうち 7 枚が正しいとき、accuracy_on は 0.7 になるはずですが、0.3 でした。"
            "間違いの割合になっています。",
        )
    require(
        np.isclose(got, 0.7, atol=1e-5),
        en=f"accuracy_on should give 0.7 for 7 right answers of 10, but {got:g} came. Compare each "
        "predicted label with the label at the same place.",
        ja=f"10 枚のうち 7 枚が正しいとき、accuracy_on は 0.7 になるはずですが、{got:g} でした。"
        "分類結果を、同じ場所のラベルと比べましょう。",
    )


@pytest.mark.points(0.5, task="predictions")
def test_predictions_are_written(submission):
    """Both predictions are written down.

    2 つの予想が書いてあります。
    """
    for name in ("PREDICTION_1", "PREDICTION_2"):
        value = submission.value(name)
        if value is None:
            raise NotDone(
                Text(
                    en=f"`{name}` is still empty. Write down what you expect before you run the "
                    f"experiments: one of {', '.join(map(repr, PREDICTIONS))}.",
                    ja=f"`{name}` がまだ空です。実験を実行する前に、予想を "
                    f"{', '.join(map(repr, PREDICTIONS))} から選んで書いてください。",
                )
            )
        said = " ".join(value.lower().replace("_", " ").split()) if isinstance(value, str) else ""
        shown = repr(value)[:40] if isinstance(value, str | int | float) else kind_of(value)
        require(
            said in PREDICTIONS,
            en=f"`{name}` is {shown}, but a prediction is one of "
            f"{', '.join(map(repr, PREDICTIONS))}.",
            ja=f"`{name}` は {shown} ですが、予想は {', '.join(map(repr, PREDICTIONS))} "
            "のどれかです。",
        )


@pytest.mark.points(0.5, task="run_experiment")
def test_row_has_every_column(submission):
    """A tiny run gives a row with all seven entries.

    小さな実行で、7 つの項目がそろった行が得られます。
    """
    x = images(60)
    y = np.arange(60) % 10
    row = submission.call("run_experiment", 5, 2, 3, (x[:40], y[:40]), (x[40:], y[40:]))
    require(
        isinstance(row, dict),
        en=f"run_experiment should return one row, a dictionary, but it returned "
        f"a value of type {kind_of(row)}.",
        ja=f"run_experiment は 1 行を表す辞書 (dict) を返すはずですが、{kind_of(row)} でした。",
    )
    missing = [name for name in COLUMNS if name not in row]
    require(
        not missing,
        en=f"The row has no entry {', '.join(missing)}; its entries are "
        f"{', '.join(map(str, row))}. The names have to be exactly those of the table in the text.",
        ja=f"行に {', '.join(missing)} がありません。ある項目は {', '.join(map(str, row))} です。"
        "本文の表と同じ名前にしてください。",
    )
    for name, asked in (("hidden_units", 5), ("epochs", 2), ("seed", 3)):
        require(
            isinstance(row[name], int | float) and row[name] == asked,
            en=f"The run was asked for {name} {asked}, but its row says {row[name]}. The row should "
            "hold what the function was given.",
            ja=f"{name} を {asked} として実行しましたが、行には {row[name]} とあります。"
            "関数に渡された値を行に入れましょう。",
        )
    for name in COLUMNS[3:]:
        value = as_array(row[name], name=f"row[{name!r}]")
        require(
            value.shape == (),
            en=f"row[{name!r}] should be one number, that of the last epoch, but its shape is "
            f"{value.shape}: is it the whole list with all epochs?",
            ja=f"row[{name!r}] は最後のエポックの 1 つの数のはずですが、形は {value.shape} です。"
            "全エポックのリストをそのまま入れていませんか。",
        )
        require(
            np.isfinite(value),
            en=f"row[{name!r}] is {value.item()}, which is no number to compare with. Is the run "
            "compiled and trained as it was given, with the images as they are?",
            ja=f"row[{name!r}] が {value.item()} で、比べられる数ではありません。用意された関数で"
            "コンパイルし、画像をそのまま使って学習させていますか。",
        )


@pytest.mark.points(0.5, task="summarise")
def test_summarise_by_hand(submission):
    """The two settings of the text have means 0.92 and 0.94, and the spreads of the table.

    本文の 2 つの設定で、平均 0.92 と 0.94、表のとおりのばらつきが得られます。
    """
    rows = rows_of((64, 20), (0.90, 0.94, 0.92)) + rows_of((64, 50), (0.93, 0.96, 0.93))
    check_summary(
        submission.call("summarise", rows),
        {(64, 20): (0.90, 0.94, 0.92), (64, 50): (0.93, 0.96, 0.93)},
        {(64, 20): (0.92, 0.96, 0.94), (64, 50): (0.95, 0.98, 0.95)},
    )


def check_summary(got, want, training):
    """want, training: validation and training accuracies by setting."""
    require(
        isinstance(got, list | tuple),
        en="summarise should return a list with a dictionary for each setting, but it returned a "
        f"value of type {kind_of(got)}.",
        ja=f"summarise は、設定ごとの辞書が入ったリストを返すはずですが、{kind_of(got)} でした。",
    )
    for line in got:
        require(
            isinstance(line, dict),
            en="summarise should return a list with a dictionary for each setting, but a value of "
            f"type {kind_of(line)} is in the list.",
            ja="summarise は、設定ごとの辞書が入ったリストを返すはずですが、リストの中に "
            f"{kind_of(line)} があります。",
        )
    lines = [numbers_of(line) for line in got]
    found = {(line["hidden_units"], line["epochs"]): line for line in lines}
    came = ", ".join(f"({units:g}, {epochs:g})" for units, epochs in found)
    require(
        set(found) == set(want) and len(lines) == len(want),
        en=f"The rows hold the settings {sorted(want)}, but summarise gave {len(lines)} lines, for "
        f"{came or 'none'}. Each setting that occurs needs exactly one.",
        ja=f"行には設定 {sorted(want)} がありますが、summarise は {came or 'どれでもない設定'} について "
        f"{len(lines)} 個の辞書を返しました。出てくる設定ごとに、ちょうど 1 つ必要です。",
    )
    for setting, values in want.items():
        line = found[setting]
        if np.isclose(line["mean"], np.mean(training[setting])):
            wrong(
                en=f"The mean of {setting} is {line['mean']:.4g}: that is the mean of the training "
                "accuracies. What counts is val_accuracy.",
                ja=f"{setting} の平均が {line['mean']:.4g} になっています。これは訓練データでの"
                "精度の平均です。大事なのは val_accuracy です。",
            )
        for name, right in (
            ("runs", len(values)),
            ("mean", np.mean(values)),
            ("lowest", min(values)),
            ("highest", max(values)),
        ):
            require(
                np.isclose(line[name], right),
                en=f"The setting {setting} has the validation accuracies {list(values)}, so "
                f"{name!r} should be {right:.4g}, but it is {line[name]:.4g}.",
                ja=f"設定 {setting} の検証データでの精度は {list(values)} なので、{name!r} は "
                f"{right:.4g} のはずですが、{line[name]:.4g} でした。",
            )


def numbers_of(line):
    """The six entries of one line of a summary, as numbers."""
    names = ("hidden_units", "epochs", "runs", "mean", "lowest", "highest")
    missing = [name for name in names if name not in line]
    require(
        not missing,
        en=f"A dictionary of summarise has no key {', '.join(missing)}. Each needs the keys "
        f"{', '.join(names)}.",
        ja=f"summarise の辞書に、キー {', '.join(missing)} がありません。どの辞書にも、キー "
        f"{', '.join(names)} が必要です。",
    )
    return {name: float(as_array(line[name], name=f"{name!r}", shape=())) for name in names}


@pytest.mark.points(0.25, task="conclude")
def test_conclude_by_hand(submission):
    """Spreads that don't overlap tell a difference, spreads that overlap don't.

    ばらつきの範囲が重ならなければ違いがあり、重なれば違いがあるとは言えません。
    """
    before = (0.90, 0.94, 0.92)
    for after, want in (
        ((0.93, 0.96, 0.93), "no clear difference"),
        ((0.95, 0.97, 0.96), "better"),
        ((0.88, 0.85, 0.89), "worse"),
    ):
        rows = rows_of((64, 20), before) + rows_of((64, 50), after)
        got = submission.call("conclude", rows, (64, 20), (64, 50))
        said = " ".join(got.lower().replace("_", " ").split()) if isinstance(got, str) else got
        if said == want:
            continue
        shown = repr(got) if isinstance(got, str | bool | int | float) else kind_of(got)
        if want == "no clear difference" and said == "better":
            wrong(
                en=f"Validation accuracies {before} before and {after} after: conclude says "
                "'better', since the mean is higher. But the spreads overlap: 0.93 after is below "
                "0.94 before. Other seeds might have turned it round.",
                ja=f"検証データでの精度が、変更前 {before}、変更後 {after} のとき、conclude は "
                "'better' と答えました。平均は上がっていますが、変更後の 0.93 は変更前の 0.94 "
                "より低く、ばらつきの範囲が重なっています。"
                "シードが違えば、逆になったかもしれません。",
            )
        if want == "worse" and said == "better":
            wrong(
                en=f"Validation accuracies {before} before and {after} after: conclude says "
                "'better', though every run became worse. More epochs are not better as such.",
                ja=f"検証データでの精度が、変更前 {before}、変更後 {after} のとき、conclude は "
                "'better' と答えましたが、すべての実行が悪くなっています。"
                "エポック数が多いこと自体は、よいこととは限りません。",
            )
        wrong(
            en=f"Validation accuracies {before} before and {after} after: conclude should say "
            f"{want!r}, but it says {shown}. Compare lowest and highest of the two settings.",
            ja=f"検証データでの精度が、変更前 {before}、変更後 {after} のとき、conclude は {want!r} "
            f"のはずですが、{shown} でした。2 つの設定の最小と最大を比べましょう。",
        )
