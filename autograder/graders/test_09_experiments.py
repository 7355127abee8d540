"""Hidden checks of 09_experiments: what a run obeys, what the table shows, what follows from it."""

import functools
import weakref

import numpy as np
import pytest

from autograder.course import mnist
from autograder.graders._training import deck_training, scaled
from autograder.grading import NotDone, Submission, Text, as_array, kind_of, require, wrong

BASELINE, EXPERIMENT_1, EXPERIMENT_2 = (64, 20), (64, 50), (1000, 20)
NUMBERS = ("loss", "accuracy", "val_loss", "val_accuracy")
TOLERANCE = 0.018
"""How far a run may lie from another of the same setting in validation accuracy.

Another machine and another order of additions make it another draw. From 100 pairs of seeds: more
than that less than once in 10,000 times, see docs/calibration/floors.json.
"""


@functools.cache
def digits(n):
    """The first n training images of MNIST, scaled to [0, 1], and their labels."""
    x, y, _, _ = mnist.arrays()
    return scaled(x[:n]), np.array(y[:n])


def opposed():
    """Training data, and the same images as validation data with labels that are all wrong.

    The better a network learns, the worse these become, so every mix-up of the two shows. 64 images,
    five times each: steps cost little, epochs cost most.
    """
    x, y = digits(64)
    x, y = np.concatenate(5 * [x]), np.concatenate(5 * [y])
    return (x, y), (x, (y + 1) % 10)


_RUNS: weakref.WeakKeyDictionary[Submission, dict] = weakref.WeakKeyDictionary()
"""Rows that were asked for already: a run takes a second or two, and several checks look at one."""


def run(submission, hidden_units, epochs, seed, *, anew=False):
    """One row of the learner's, its four figures as numbers."""
    known = _RUNS.setdefault(submission, {})
    asked = (hidden_units, epochs, seed)
    if anew or asked not in known:
        known[asked] = figures_of(submission.call("run_experiment", *asked, *opposed()))
    return known[asked]


def figures_of(row):
    """Loss and accuracy of a row, training and validation, as numbers."""
    return {name: float(as_array(row[name], name=f"row[{name!r}]", shape=())) for name in NUMBERS}


def rows_of(setting, accuracies, training=None, seeds=None):
    """Rows of one setting with these validation accuracies; training 0.02 higher unless given."""
    training = training or [value + 0.02 for value in accuracies]
    seeds = seeds or range(1, len(accuracies) + 1)
    return [
        {
            **{"hidden_units": setting[0], "epochs": setting[1], "seed": seed},
            **{"loss": 0.1, "accuracy": high, "val_loss": 0.2, "val_accuracy": value},
        }
        for value, high, seed in zip(accuracies, training, seeds, strict=True)
    ]


def said(value):
    """A verdict without regard to capitals, spaces and underscores."""
    return " ".join(value.lower().replace("_", " ").split()) if isinstance(value, str) else value


def shown(value):
    return repr(value)[:60] if isinstance(value, str | bool | int | float) else kind_of(value)


@pytest.mark.points(0.5, task="predict_labels", needs="test_predict_labels_picks_the_strongest")
def test_predict_labels_of_one_image_and_of_many(submission):
    """One image gives an array of one label, 300 images give 300.

    画像 1 枚なら 1 個、300 枚なら 300 個のラベルが入った配列になります。
    """
    model = submission.call("build_model", 24)
    for n in (1, 300):
        x, _ = digits(n)
        got = as_array(
            submission.call("predict_labels", model, x), name=f"predict_labels({n} images)"
        )
        require(
            got.shape == (n,),
            en=f"predict_labels should give an array of shape ({n},) for images of shape "
            f"{x.shape}, but its shape is {got.shape}. Each image has one label, and one image is "
            "no exception.",
            ja=f"画像 {n} 枚に対して、predict_labels は形が ({n},) の配列を返すはずですが、形は "
            f"{got.shape} でした。1 枚のときも、同じように配列になります。",
        )
        require(
            np.array_equal(got, model.predict(x).argmax(axis=1)),
            en=f"For images of shape {x.shape}, some labels are not the places of the largest "
            "activations. Look for the largest in each row separately, and in all rows.",
            ja=f"画像 {n} 枚のとき、活性化度が最大の場所と違うラベルがあります。すべての行で、"
            "行ごとに最大のものを探しましょう。",
        )


@pytest.mark.points(0.5, task="accuracy_on", needs="test_accuracy_on_counts_right_answers")
def test_accuracy_on_any_number_of_images(submission):
    """The share is taken of as many images as there are: 160 of 200 give 0.8.

    割合は、渡された画像の枚数に対するものです。200 枚のうち 160 枚なら 0.8 です。
    """
    model = submission.call("build_model", 24)
    x, _ = digits(200)
    labels = model.predict(x).argmax(axis=1)
    labels[::5] = (labels[::5] + 3) % 10
    got = as_array(submission.call("accuracy_on", model, x, labels), name="accuracy_on", shape=())
    require(
        np.isclose(float(got), 0.8, atol=1e-5),
        en=f"160 right answers of 200 should give 0.8, but {float(got):g} came. Is the number of "
        "right answers divided by the number of images, or by some fixed number?",
        ja=f"200 枚のうち 160 枚が正しければ 0.8 のはずですが、{float(got):g} でした。正しい枚数を"
        "画像の枚数で割っていますか。決まった数で割っていませんか。",
    )


@pytest.mark.points(0.5, task="run_experiment", needs="test_row_has_every_column")
def test_validation_data_are_measured_not_learnt(submission):
    """The training data are learnt, the validation data only measured, each in its own column.

    訓練データは学習に、検証データは測定だけに使われ、それぞれの列に値が入ります。
    """
    row = run(submission, 32, 8, 2)
    accuracy, val_accuracy = row["accuracy"], row["val_accuracy"]
    setup = Text(
        en="Trained on 64 images, and validated on the same images with labels that are all wrong "
        "on purpose",
        ja="64 枚の画像で学習し、同じ画像にわざとすべて違うラベルをつけて検証したところ",
    )
    both = f"{accuracy:.2f}, {val_accuracy:.2f}"
    if accuracy > 0.75 and val_accuracy > 0.25:
        wrong(
            en=f"{setup.en}, the run says that both accuracies are good: {both}. So the two were "
            "not measured on different data. Was val_accuracy measured on the training data, or on "
            "a part of them?",
            ja=f"{setup.ja}、精度がどちらも高くなりました ({both})。2 つが別々のデータで測られて"
            "いません。val_accuracy を、訓練データ（またはその一部）で測っていませんか。",
        )
    if accuracy < 0.25 and val_accuracy > 0.75:
        wrong(
            en=f"{setup.en}, accuracy and val_accuracy are {both}: the two are swapped in the row, "
            "or the two data sets are swapped in fit.",
            ja=f"{setup.ja}、accuracy と val_accuracy が {both} になりました。行の中で 2 つの値が、"
            "または fit の中で 2 つのデータが、入れ替わっています。",
        )
    require(
        accuracy > 0.75 and val_accuracy < 0.25,
        en=f"{setup.en}, the training accuracy should be near 1 and the validation accuracy near 0. "
        f"They are {both}: it looks as if the network was (also) trained on the validation data.",
        ja=f"{setup.ja}、訓練データでの精度は 1 に、検証データでの精度は 0 に近くなるはずですが、"
        f"{both} でした。検証データも使って学習しているようです。",
    )
    require(
        row["loss"] < row["val_loss"],
        en=f"{setup.en}, val_loss ({row['val_loss']:.2f}) should be far above loss "
        f"({row['loss']:.2f}). Are the two swapped in the row?",
        ja=f"{setup.ja}、val_loss ({row['val_loss']:.2f}) は loss ({row['loss']:.2f}) より"
        "ずっと大きいはずです。行の中で 2 つが入れ替わっていませんか。",
    )


@pytest.mark.points(0.5, task="run_experiment", needs="test_row_has_every_column")
def test_run_obeys_epochs_and_units(submission):
    """A run trains for as many epochs, and has as many hidden units, as it was asked for.

    指定したエポック数だけ、指定したユニット数のネットワークを学習させます。
    """
    short, long = run(submission, 32, 1, 2), run(submission, 32, 8, 2)
    narrow = run(submission, 1, 1, 2)
    require(
        abs(short["loss"] - long["loss"]) > 1e-4,
        en=f"1 epoch and 8 epochs give the same loss, {long['loss']:.4f}. Is the argument `epochs` "
        "passed on to fit, and is the loss that of the last epoch?",
        ja=f"1 エポックでも 8 エポックでも、loss が {long['loss']:.4f} で同じです。引数 `epochs` を "
        "fit に渡していますか。最後のエポックの loss を使っていますか。",
    )
    require(
        abs(narrow["loss"] - short["loss"]) > 1e-4,
        en=f"1 hidden unit and 32 hidden units give the same loss, {short['loss']:.4f}. Is the "
        "argument `hidden_units` passed on to build_model?",
        ja=f"隠れ層が 1 ユニットでも 32 ユニットでも、loss が {short['loss']:.4f} で同じです。"
        "引数 `hidden_units` を build_model に渡していますか。",
    )


@pytest.mark.points(
    0.25,
    task="run_experiment",
    needs="test_row_has_every_column, test_validation_data_are_measured_not_learnt, "
    "test_run_obeys_epochs_and_units",
)
def test_row_is_that_of_the_last_epoch(submission):
    """The row holds the values after the last epoch, not the best of all epochs.

    行には、すべてのエポックの中で最もよい値ではなく、最後のエポックの後の値が入ります。
    """
    first, last = run(submission, 32, 1, 2), run(submission, 32, 8, 2)
    if last["val_loss"] < first["val_loss"] - 0.1:
        wrong(
            en="On validation data that become worse with every epoch, val_loss is "
            f"{first['val_loss']:.2f} after 1 epoch, and less, {last['val_loss']:.2f}, after 8 epochs "
            "with the same seed. So the run of 1 epoch did not begin at the beginning: was a network "
            "that was trained already used again?",
            ja="エポックごとに悪くなっていく検証データで、1 エポックの val_loss が "
            f"{first['val_loss']:.2f}、同じシードの 8 エポックでは {last['val_loss']:.2f} と、"
            "かえって小さくなりました。1 エポックの実行が、はじめから始まっていません。"
            "一度学習したネットワークを、また使っていませんか。",
        )
    require(
        last["val_loss"] > first["val_loss"] + 0.1,
        en="On validation data that become worse with every epoch, val_loss is "
        f"{first['val_loss']:.2f} after 1 epoch, and still {last['val_loss']:.2f} in the row for 8 "
        "epochs. That is the best of all epochs, or an early one; the row needs the last.",
        ja=f"エポックごとに悪くなっていく検証データで、1 エポックの val_loss が "
        f"{first['val_loss']:.2f}、8 エポックの行でもまだ {last['val_loss']:.2f} です。これは最もよい"
        "エポックか、はじめのほうのエポックの値です。最後のエポックの値を使ってください。",
    )
    require(
        first["val_accuracy"] < 0.02 or last["val_accuracy"] < first["val_accuracy"],
        en="On validation data that become worse with every epoch, val_accuracy is "
        f"{first['val_accuracy']:.2f} after 1 epoch, and still {last['val_accuracy']:.2f} in the row "
        "for 8 epochs. That is the best of all epochs: a lucky moment, not what training ends "
        "with.",
        ja=f"エポックごとに悪くなっていく検証データで、1 エポックの val_accuracy が "
        f"{first['val_accuracy']:.2f}、8 エポックの行でもまだ {last['val_accuracy']:.2f} です。これは"
        "最もよいエポックの値です。たまたまよかった瞬間ではなく、最後の値を使ってください。",
    )


@pytest.mark.points(0.5, task="run_experiment", needs="test_row_has_every_column")
def test_seed_decides_the_run(submission):
    """The same seed gives the same row again, another seed another one.

    同じシードなら同じ行、別のシードなら別の行になります。
    """
    one, other = run(submission, 32, 1, 2), run(submission, 32, 1, 3)
    again = run(submission, 32, 1, 2, anew=True)
    require(
        any(abs(one[name] - other[name]) > 1e-5 for name in ("loss", "val_loss")),
        en="Seeds 2 and 3 give exactly the same losses, so the seed isn't used, or the same one is "
        "set each time. Then three seeds would be one run, three times.",
        ja="シード 2 と 3 で、損失がまったく同じです。シードを使っていないか、毎回同じシードを設定して"
        "います。これでは、3 つのシードを使っても、同じ実行が 3 回あるだけです。",
    )
    require(
        same(one, again),
        en=f"Seed 2 gave a loss of {one['loss']:.3f} the first time and {again['loss']:.3f} the "
        "second time. Is a network that was trained already used again? Each run has to build its "
        "own.",
        ja=f"シード 2 で、1 回目の loss は {one['loss']:.3f}、2 回目は {again['loss']:.3f} でした。"
        "一度学習したネットワークを、また使っていませんか。実行ごとに新しく作ってください。",
    )


def same(one, other):
    """Whether two rows agree, rounding errors apart."""
    return all(np.isclose(one[name], other[name], rtol=1e-3, atol=1e-3) for name in NUMBERS)


@pytest.mark.points(0.5, task="experiment_table")
def test_experiments_change_one_factor(submission):
    """Experiment 1 changes only the epochs to 50, experiment 2 only the units to 1,000.

    実験 1 はエポック数だけを 50 に、実験 2 はユニット数だけを 1000 に変えます。
    """
    for name, want in (("EXPERIMENT_1", EXPERIMENT_1), ("EXPERIMENT_2", EXPERIMENT_2)):
        value = submission.value(name)
        if value is None:
            raise NotDone(
                Text(
                    en=f"`{name}` is still empty: it needs a setting (hidden_units, epochs).",
                    ja=f"`{name}` がまだ空です。設定 (hidden_units, epochs) を書いてください。",
                )
            )
        got = as_array(value, name=name)
        require(
            got.shape == (2,),
            en=f"`{name}` should be a setting, a pair (hidden_units, epochs), but it is "
            f"{kind_of(value)}.",
            ja=f"`{name}` は設定、つまり組 (hidden_units, epochs) のはずですが、"
            f"{kind_of(value)} でした。",
        )
        pair = tuple(float(number) for number in got)
        as_text = f"({pair[0]:g}, {pair[1]:g})"
        if pair == (1000, 50):
            wrong(
                en=f"`{name}` is {as_text}: it differs from the baseline (64, 20) in epochs *and* "
                "units. Whatever comes out, nobody could tell which of the two it was.",
                ja=f"`{name}` が {as_text} です。基準 (64, 20) と比べて、エポック数*も*ユニット数も"
                "変わっています。どんな結果が出ても、どちらのためなのかわかりません。",
            )
        if pair == want[::-1]:
            wrong(
                en=f"`{name}` is {as_text}, which would be {pair[0]:g} hidden units for {pair[1]:g} "
                "epochs. A setting is (hidden_units, epochs), in this order.",
                ja=f"`{name}` が {as_text} です。これでは、隠れ層が {pair[0]:g} ユニットで "
                f"{pair[1]:g} エポックになります。設定は (hidden_units, epochs) の順です。",
            )
        require(
            pair == want,
            en=f"`{name}` is {as_text}. From the baseline (64, 20), experiment 1 changes only the "
            "epochs, to 50, and experiment 2 only the units, to 1,000.",
            ja=f"`{name}` が {as_text} です。基準 (64, 20) から、実験 1 ではエポック数だけを 50 に、"
            "実験 2 ではユニット数だけを 1000 に変えます。",
        )


@pytest.mark.points(0.25, task="experiment_table")
def test_three_different_seeds(submission):
    """There are at least three different seeds.

    異なるシードが 3 つ以上あります。
    """
    value = submission.value("SEEDS")
    if value is None:
        raise NotDone(
            Text(
                en="`SEEDS` is still empty: choose at least three different whole numbers.",
                ja="`SEEDS` がまだ空です。互いに異なる整数を 3 つ以上選んでください。",
            )
        )
    seeds = np.atleast_1d(as_array(value, name="SEEDS")).ravel()
    unusable = [seed for seed in seeds.tolist() if not 0 <= seed < 2**32 or seed % 1]
    listed = ", ".join(map(str, unusable))
    require(
        not unusable,
        en=f"`SEEDS` is {seeds.tolist()}, but a seed is a whole number from 0 on. `set_random_seed` "
        f"refuses {listed}.",
        ja=f"`SEEDS` が {seeds.tolist()} ですが、シードは 0 以上の整数です。{listed} を渡すと、"
        "`set_random_seed` でエラーになります。",
    )
    require(
        len(set(seeds.tolist())) >= 3,
        en=f"`SEEDS` is {seeds.tolist()}: fewer than three different numbers. One or "
        "two runs can't show how much the result varies by chance; take at least three different "
        "seeds.",
        ja=f"`SEEDS` にある異なる数は {len(set(seeds.tolist()))} 個です ({seeds.tolist()})。1 回や "
        "2 回の実行では、偶然による変化の大きさがわかりません。"
        "互いに異なるシードを 3 つ以上にしてください。",
    )


def small_table(submission):
    """What experiment_table makes of two settings and two seeds, asked for once."""
    known = _RUNS.setdefault(submission, {})
    if "table" not in known:
        known["table"] = submission.call("experiment_table", [(3, 1), (4, 2)], [5, 11], *opposed())
    return known["table"]


@pytest.mark.points(0.5, task="experiment_table", needs="test_row_has_every_column")
def test_table_runs_every_setting_with_every_seed(submission):
    """Two settings and two seeds give four rows, one for each combination.

    設定が 2 つ、シードが 2 つなら、組み合わせごとに 1 行、合わせて 4 行になります。
    """
    settings, seeds = [(3, 1), (4, 2)], [5, 11]
    table = small_table(submission)
    require(
        isinstance(table, list | tuple) and all(isinstance(row, dict) for row in table),
        en="experiment_table should return one list with a row (a dictionary) for each run, but "
        f"it returned a value of type {kind_of(table)}"
        + (f" of {kind_of(table[0])}." if isinstance(table, list | tuple) and table else "."),
        ja="experiment_table は、実行ごとの行 (dict) が入った 1 つのリストを返すはずですが、"
        f"{kind_of(table)} を返しました"
        + (
            f" (中身は {kind_of(table[0])})。"
            if isinstance(table, list | tuple) and table
            else "。"
        ),
    )
    got = sorted(tuple(row.get(n) for n in ("hidden_units", "epochs", "seed")) for row in table)
    want = sorted((*setting, seed) for setting in settings for seed in seeds)
    if len(got) < len(want):
        wrong(
            en=f"2 settings and 2 seeds should give 4 rows, but {len(got)} came: {got}. Every "
            "setting is to be run with every seed.",
            ja=f"設定が 2 つ、シードが 2 つなら 4 行のはずですが、{len(got)} 行でした: {got}。"
            "すべての設定を、すべてのシードで実行します。",
        )
    require(
        got == want,
        en=f"The rows should be for (hidden_units, epochs, seed) = {want}, but they are for {got}. "
        "A setting is (hidden_units, epochs), in this order, and is run once with every seed.",
        ja=f"行は (hidden_units, epochs, seed) = {want} のはずですが、{got} でした。"
        "設定は (hidden_units, epochs) の順で、シードごとに 1 回ずつ実行します。",
    )


@pytest.mark.points(
    0.25,
    task="run_experiment",
    needs="test_table_runs_every_setting_with_every_seed, test_seed_decides_the_run",
)
def test_seed_is_set_before_the_network_is_built(submission):
    """A run gives the same row on its own and as one of several.

    1 回だけ実行しても、続けて何回か実行した中の 1 回でも、同じ行になります。
    """
    # The grader sets the random numbers before each call, so the first run of a table has them as
    # a single run does; a later one does only if its own seed is set before anything is random.
    asked = (4, 2, 11)
    names = ("hidden_units", "epochs", "seed")
    row = next(r for r in small_table(submission) if tuple(r[n] for n in names) == asked)
    later, alone = figures_of(row), run(submission, *asked)
    require(
        same(later, alone),
        en=f"A run with seed 11 gives a loss of {alone['loss']:.3f} on its own, and "
        f"{later['loss']:.3f} after other runs. The random weights are made when the network is "
        "built: is the seed set before that?",
        ja=f"シード 11 の実行で、それだけを実行すると loss が {alone['loss']:.3f}、ほかの実行の後では "
        f"{later['loss']:.3f} になりました。ランダムな重みは、ネットワークを作るときに作られます。"
        "シードは、その前に設定していますか。",
    )


def table_of(submission):
    """The rows that were handed in: a list of dicts of numbers."""
    table = submission.call("load_table")
    if not isinstance(table, list | tuple) or not table:
        raise NotDone(
            Text(
                en="No table was handed in. Run the cell below task 5 to its end: it writes the "
                "file experiments.csv. Hand that in together with your notebook or module, in the "
                "same folder.",
                ja="表が提出されていません。課題 5 の下のセルを最後まで実行すると、ファイル "
                "experiments.csv ができます。ノートブックまたはモジュールと同じフォルダに入れて、"
                "一緒に提出してください。",
            )
        )
    names = ("hidden_units", "epochs", "seed", *NUMBERS)
    rows = []
    for row in table:
        missing = [n for n in names if not isinstance(row, dict) or n not in row]
        require(
            not missing,
            en=f"A row of the table that was handed in has no {', '.join(missing)}. Save the table "
            "again with save_table.",
            ja=f"提出された表に、{', '.join(missing)} のない行があります。save_table を使って、"
            "もう一度保存してください。",
        )
        rows.append({n: float(as_array(row[n], name=f"{n} in the table", shape=())) for n in names})
    return rows


def of_setting(rows, setting):
    return [r for r in rows if (r["hidden_units"], r["epochs"]) == setting]


@pytest.mark.points(0.25, task="experiment_table")
def test_table_is_handed_in(submission):
    """The table handed in has all three settings, each with at least three seeds.

    提出された表に 3 つの設定があり、それぞれに 3 つ以上のシードの行があります。
    """
    rows = table_of(submission)
    for setting in (BASELINE, EXPERIMENT_1, EXPERIMENT_2):
        found = of_setting(rows, setting)
        seeds = {row["seed"] for row in found}
        require(
            len(seeds) >= 3,
            en=f"Runs of the setting {setting} with different seeds in the table handed in: "
            f"{len(seeds)}. Three are needed. Was the long cell run to its end, with "
            "EXPERIMENT_1, EXPERIMENT_2 and SEEDS as they should be?",
            ja=f"提出された表には、設定 {setting} の異なるシードが {len(seeds)} 個あります。3 個以上"
            "必要です。EXPERIMENT_1、EXPERIMENT_2、SEEDS を正しく書いて、"
            "長いセルを最後まで実行しましたか。",
        )
        require(
            len({row["val_loss"] for row in found}) > 1,
            en=f"All runs of {setting} in the table have the same val_loss, although their seeds "
            "differ. Was it made before run_experiment used its seed? Run the long cell again.",
            ja=f"表の設定 {setting} では、シードが違うのに val_loss がすべて同じです。"
            "run_experiment がシードを使う前に作った表ではありませんか。"
            "長いセルをもう一度実行してください。",
        )
    for name in ("accuracy", "val_accuracy"):
        bad = [f"{row[name]:g}" for row in rows if not 0 <= row[name] <= 1]
        require(
            not bad,
            en=f"The column {name} of the table holds {', '.join(bad[:1])}, but an accuracy lies "
            "between 0 and 1. Take it from the History as it is, and run the long cell again.",
            ja=f"表の {name} の列に {', '.join(bad[:1])} がありますが、精度は 0 から 1 の間の数です。"
            "History の値をそのまま使い、長いセルをもう一度実行してください。",
        )


@pytest.mark.points(
    0.5,
    task="experiment_table",
    # A run that is wrong in itself would only disagree; and this is the check that takes time.
    needs="test_table_is_handed_in, test_row_has_every_column, "
    "test_validation_data_are_measured_not_learnt, test_run_obeys_epochs_and_units, "
    "test_row_is_that_of_the_last_epoch, test_seed_decides_the_run, "
    "test_seed_is_set_before_the_network_is_built",
)
def test_table_agrees_with_a_new_run(submission):
    """A row of the table (64 units, 20 epochs), run once more, agrees with the table.

    表の 1 行（64 ユニット、20 エポック）をもう一度実行すると、表と合います。
    """
    row = of_setting(table_of(submission), BASELINE)[0]
    _, _, x_test, y_test = mnist.arrays()
    seed, validation = int(row["seed"]), (scaled(x_test), y_test)
    again = figures_of(
        submission.call("run_experiment", *BASELINE, seed, deck_training(), validation)
    )
    claimed, measured = row["val_accuracy"], again["val_accuracy"]
    if abs(claimed - measured) > TOLERANCE and abs(claimed - again["accuracy"]) < 0.004:
        wrong(
            en=f"The table says val_accuracy {claimed:.4f} for {BASELINE}, seed {row['seed']:g}. "
            f"Run once more, it is {measured:.4f}; the *training* accuracy is "
            f"{again['accuracy']:.4f}. Did the training accuracy get into the column of the "
            "validation accuracy?",
            ja=f"表では、{BASELINE}、シード {row['seed']:g} の val_accuracy が {claimed:.4f} です。"
            f"もう一度実行すると {measured:.4f} で、*訓練データでの*精度が {again['accuracy']:.4f} "
            "でした。検証データでの精度の列に、訓練データでの精度が入っていませんか。",
        )
    require(
        abs(claimed - measured) <= TOLERANCE,
        en=f"The table says val_accuracy {claimed:.4f} for {BASELINE}, seed {row['seed']:g}, but "
        f"your run_experiment now gives {measured:.4f}. Chance explains a difference of up to "
        f"{TOLERANCE}. Was the table made with an earlier version of your functions, or with images "
        "that were not scaled? Run the long cell again.",
        ja=f"表では、{BASELINE}、シード {row['seed']:g} の val_accuracy が {claimed:.4f} ですが、いま "
        f"run_experiment を実行すると {measured:.4f} でした。偶然による違いは {TOLERANCE} "
        "以内のはずです。関数を直す前の表ではありませんか。画素値を 0〜1 にした画像を使いましたか。"
        "長いセルをもう一度実行してください。",
    )


@pytest.mark.points(0.5, task="summarise", needs="test_summarise_by_hand")
def test_summarise_rows_in_any_order(submission):
    """Rows in any order, and settings with different numbers of runs, are summarised rightly.

    行の順番がばらばらでも、設定ごとに行の数が違っても、正しくまとめられます。
    """
    want = {(8, 2): (0.5, 0.9, 0.4, 0.6), (16, 2): (0.7, 0.75), (8, 5): (0.85, 0.8, 0.81)}
    rows = [row for setting, values in want.items() for row in rows_of(setting, values)]
    rows = [rows[i] for i in np.random.default_rng(3).permutation(len(rows))]
    got = submission.call("summarise", rows)
    order = "the rows in mixed order, 4, 2 and 3 of the settings (8, 2), (16, 2) and (8, 5)"
    junban = "設定 (8, 2)、(16, 2)、(8, 5) の 4 行、2 行、3 行をばらばらの順に並べると"
    found = {}
    for line in got:
        found.setdefault((line["hidden_units"], line["epochs"]), []).append(line)
    require(
        {setting: len(lines) for setting, lines in found.items()} == dict.fromkeys(want, 1),
        en=f"With {order}, there should be one line for each setting, but there are lines for "
        f"{[(line['hidden_units'], line['epochs']) for line in got]}.",
        ja=f"{junban}、設定ごとに 1 つの辞書になるはずですが、"
        f"{[(line['hidden_units'], line['epochs']) for line in got]} の辞書が返りました。",
    )
    for setting, values in want.items():
        right = {
            **{"runs": len(values), "mean": np.mean(values)},
            **{"lowest": min(values), "highest": max(values)},
        }
        for name, number in right.items():
            value = float(as_array(found[setting][0][name], name=name, shape=()))
            require(
                np.isclose(value, number),
                en=f"With {order}, {name!r} of {setting} should be {number:.4g}, but it is "
                f"{value:.4g}. Choose the rows of a setting by their entries, not by their place.",
                ja=f"{junban}、{setting} の {name!r} は {number:.4g} のはずですが、{value:.4g} でした。"
                "設定の行は、並んでいる場所ではなく、行の中の値で選びましょう。",
            )


@pytest.mark.points(0.25, task="conclude", needs="test_conclude_by_hand")
def test_conclude_by_spread_not_by_size(submission):
    """What decides is whether the spreads overlap, not how large the difference is.

    決め手は、差の大きさではなく、ばらつきの範囲が重なるかどうかです。
    """
    cases = (
        ((0.90, 0.80, 0.85), (0.97, 0.89, 0.95), "no clear difference"),
        ((0.9700, 0.9705, 0.9702), (0.9720, 0.9715, 0.9712), "better"),
        ((0.9720, 0.9715, 0.9712), (0.9700, 0.9705, 0.9702), "worse"),
        ((0.91, 0.93, 0.92), (0.93, 0.94, 0.95), "no clear difference"),
        ((0.93, 0.94, 0.95, 0.96), (0.91, 0.93, 0.92), "no clear difference"),
    )
    for before, after, want in cases:
        # Another setting in between, and the changed one first: the entries count, not the order.
        rows = [
            *rows_of((500, 20), after),
            *rows_of((64, 50), (0.1, 0.99, 0.5)),
            *rows_of((64, 20), before),
        ]
        got = submission.call("conclude", rows, (64, 20), (500, 20))
        touching = max(before) == min(after) or min(before) == max(after)
        hint = Text(en="Compare the spreads, not the means.", ja="平均ではなく範囲を比べましょう。")
        if touching:
            hint = Text(
                en="The two spreads touch at one value, and an equal value is no difference.",
                ja="2 つの範囲は 1 つの値で接しています。等しい値は、違いがあるとは言えません。",
            )
        require(
            said(got) == want,
            en=f"Validation accuracies {before} before and {after} after: conclude should say "
            f"{want!r}, but it says {shown(got)}. {hint.en}",
            ja=f"検証データでの精度が、変更前 {before}、変更後 {after} のとき、conclude は {want!r} "
            f"のはずですが、{shown(got)} でした。{hint.ja}",
        )


@pytest.mark.points(0.25, task="conclude", needs="test_conclude_by_hand")
def test_conclude_from_validation_accuracy(submission):
    """The validation accuracy decides, whatever the training accuracy does.

    訓練データでの精度がどうであっても、検証データでの精度で決まります。
    """
    before = rows_of((64, 20), (0.976, 0.975, 0.977), training=(0.990, 0.991, 0.992))
    after = rows_of((64, 50), (0.940, 0.941, 0.939), training=(0.999, 0.998, 0.9995))
    got = submission.call("conclude", before + after, (64, 20), (64, 50))
    if said(got) == "better":
        wrong(
            en="The training accuracy rose from 0.99 to 0.999, and the validation accuracy fell from "
            "0.976 to 0.940 in every run. conclude says 'better': it looks at the training "
            "accuracy. This is what overfitting looks like.",
            ja="訓練データでの精度は 0.99 から 0.999 に上がり、検証データでの精度はすべての実行で "
            "0.976 から 0.940 に下がりました。conclude は 'better' と答えています。訓練データでの"
            "精度を見ています。これは過学習の典型的な例です。",
        )
    require(
        said(got) == "worse",
        en="The validation accuracy fell from 0.976 to 0.940 in every run (training: it rose), so "
        f"conclude should say 'worse', but it says {shown(got)}.",
        ja="検証データでの精度がすべての実行で 0.976 から 0.940 に下がった（訓練データでは上がった）"
        f"ので、conclude は 'worse' のはずですが、{shown(got)} でした。",
    )


@pytest.mark.points(0.25, task="conclude", needs="test_conclude_by_hand")
def test_conclude_refuses_two_factors(submission):
    """When two factors were changed at once, nothing can be concluded.

    条件を 2 つ同時に変えたときは、結論を出せません。
    """
    low, high = (0.90, 0.91, 0.92), (0.97, 0.98, 0.96)
    rows = rows_of((64, 20), low) + rows_of((1000, 50), high)
    got = submission.call("conclude", rows, (64, 20), (1000, 50))
    require(
        said(got) == "not comparable",
        en="From (64, 20) to (1000, 50), both numbers change. conclude should say 'not comparable', "
        f"but it says {shown(got)}: was it the units or the epochs?",
        ja="(64, 20) から (1000, 50) では、2 つの数が両方変わっています。conclude は "
        f"'not comparable' のはずですが、{shown(got)} でした。"
        "ユニット数とエポック数の、どちらのためでしょうか。",
    )
    got = submission.call("conclude", rows, (64, 20), (64, 20))
    require(
        said(got) == "not comparable",
        en="From (64, 20) to (64, 20), nothing was changed. conclude should say 'not comparable', "
        f"but it says {shown(got)}. A comparison needs exactly one factor that differs.",
        ja="(64, 20) から (64, 20) では、何も変わっていません。conclude は 'not comparable' "
        f"のはずですが、{shown(got)} でした。比べるには、条件がちょうど 1 つだけ違う必要があります。",
    )


@pytest.mark.points(0.25, task="conclude", needs="test_conclude_by_hand")
def test_conclude_refuses_too_few_seeds(submission):
    """With fewer than three different seeds, nothing can be concluded.

    異なるシードが 3 つより少ないときは、結論を出せません。
    """
    low, high = (0.90, 0.91, 0.92), (0.97, 0.98, 0.96)
    repeated = Text(
        en="three runs after the change, but all of them with seed 4: the same run three times",
        ja="変更後の 3 回は、すべてシード 4 です。同じ実行が 3 回あるだけです",
    )
    for seeds_before, seeds_after, case in (
        ((1, 2, 3), (1, 2), Text(en="two runs after the change", ja="変更後の実行は 2 回です")),
        ((1,), (1, 2, 3), Text(en="one run before the change", ja="変更前の実行は 1 回です")),
        ((1, 2, 3), (), Text(en="no run after the change", ja="変更後の実行がありません")),
        ((1, 2, 3), (4, 4, 4), repeated),
    ):
        rows = rows_of((64, 20), low[: len(seeds_before)], seeds=seeds_before)
        if seeds_after:
            rows += rows_of((64, 50), high[: len(seeds_after)], seeds=seeds_after)
        got = submission.call("conclude", rows, (64, 20), (64, 50))
        require(
            said(got) == "not comparable",
            en=f"Here: {case.en}. conclude should say 'not comparable', but it says "
            f"{shown(got)}. Count the different seeds of each setting.",
            ja=f"{case.ja}。conclude は 'not comparable' のはずですが、{shown(got)} でした。"
            "設定ごとに、異なるシードの数を数えましょう。",
        )


@pytest.mark.points(0.25, task="conclude", needs="test_table_is_handed_in")
def test_conclusions_follow_from_the_own_table(submission):
    """CONCLUSION_1 and CONCLUSION_2 are what the table handed in shows.

    CONCLUSION_1 と CONCLUSION_2 は、提出された表から言えることです。
    """
    rows = table_of(submission)
    before = [row["val_accuracy"] for row in of_setting(rows, BASELINE)]
    for name, setting in (("CONCLUSION_1", EXPERIMENT_1), ("CONCLUSION_2", EXPERIMENT_2)):
        after = [row["val_accuracy"] for row in of_setting(rows, setting)]
        want = "no clear difference"
        if min(after) > max(before):
            want = "better"
        if max(after) < min(before):
            want = "worse"
        claim = submission.value(name)
        if claim is None:
            raise NotDone(
                Text(
                    en=f"`{name}` is still empty. Look at your table, and write what it shows.",
                    ja=f"`{name}` がまだ空です。自分の表を見て、言えることを書いてください。",
                )
            )
        spreads = (
            f"{min(before):.4f} – {max(before):.4f}",
            f"{min(after):.4f} – {max(after):.4f}",
        )
        require(
            said(claim) == want,
            en=f"`{name}` says {shown(claim)}, but the table handed in doesn't show that: the "
            f"validation accuracy spreads over {spreads[0]} for {BASELINE}, and over {spreads[1]} "
            f"for {setting}. Apply the rule of task 7 to these numbers.",
            ja=f"`{name}` は {shown(claim)} ですが、提出された表からはそう言えません。検証データでの"
            f"精度の範囲は、{BASELINE} で {spreads[0]}、{setting} で {spreads[1]} です。"
            "この数値に、課題 7 のルールを当てはめましょう。",
        )


def drawn(submission):
    """The axes that the learner drew for a table whose numbers are all different."""
    rows = [
        *rows_of((64, 20), (0.611, 0.642, 0.633), training=(0.911, 0.922, 0.934)),
        *rows_of((64, 50), (0.655, 0.621, 0.668), training=(0.943, 0.956, 0.967)),
        *rows_of((1000, 20), (0.712, 0.733, 0.744), training=(0.971, 0.982, 0.993)),
    ]
    figures = submission.ask("plot_experiments", rows).figures
    axes = [ax for figure in figures for ax in figure.axes]
    require(
        any(ax.lines or ax.collections or ax.patches for ax in axes),
        en="plot_experiments drew nothing. It should draw a figure and return it.",
        ja="plot_experiments は何も描いていません。図を描いて返してください。",
    )
    return rows, axes


def coordinates(ax):
    """All x and all y of the lines, dots and error bars."""
    drawn = (*ax.lines, *ax.scatters)
    return [v for d in drawn for v in d.x.ravel()], [v for d in drawn for v in d.y.ravel()]


@pytest.mark.points(0.25, task="plot_experiments")
def test_plot_shows_the_spread(submission):
    """The plot shows the validation accuracies of each setting with their spread.

    グラフに、設定ごとの検証データでの精度が、ばらつきと一緒に示されています。
    """
    rows, axes = drawn(submission)
    places = [v for ax in axes for along in coordinates(ax) for v in along]

    def shows(value):
        return np.isclose(places, value, atol=5e-5).any() if places else False

    def shows_any(name):
        settings = {(row["hidden_units"], row["epochs"]) for row in rows}
        values = [[r[name] for r in of_setting(rows, setting)] for setting in settings]
        return any(shows(f(v)) for v in values for f in (min, max, np.mean))

    require(
        not shows_any("accuracy") or shows_any("val_accuracy"),
        en="The plot shows the training accuracies. The validation accuracies are what the "
        "settings are to be compared by.",
        ja="グラフに示されているのは、訓練データでの精度です。"
        "設定どうしは、検証データでの精度で比べます。",
    )
    ends = [
        (f([r["val_accuracy"] for r in of_setting(rows, setting)]), setting)
        for setting in (BASELINE, EXPERIMENT_1, EXPERIMENT_2)
        for f in (min, max)
    ]
    missing = [(end, setting) for end, setting in ends if not shows(end)]
    if missing and any(ax.collections for ax in axes):
        end, setting = missing[0]
        wrong(
            en=f"The plot has no bar that ends at {end:g}, and no dot there, though that is the lowest "
            f"or highest run of {setting}. The spread goes from the lowest to the highest run; "
            "`errorbar` takes lengths, measured from the mean.",
            ja=f"{end:g} は設定 {setting} で最小または最大の値ですが、そこで終わる棒も点もありません。"
            "ばらつきは最小から最大まで描きます。`errorbar` に渡すのは、平均から測った長さです。",
        )
    require(
        not missing,
        en="The plot has a mean for each setting, but no spread. Without it nobody can see whether "
        "a difference is more than chance: add bars from the lowest to the highest, or all runs "
        "as dots.",
        ja="グラフには設定ごとの平均がありますが、ばらつきがありません。これでは、違いが偶然より"
        "大きいかどうかがわかりません。最小から最大までの棒か、"
        "すべての実行を表す点を加えてください。",
    )


@pytest.mark.points(0.25, task="plot_experiments")
def test_plot_says_what_is_drawn(submission):
    """The axis of the accuracy has a label.

    精度の軸にラベルがあります。
    """
    rows, axes = drawn(submission)
    require(
        any((ax.ylabel + ax.xlabel).strip() for ax in axes),
        en="No axis of the plot has a label, so a reader can't know what the numbers are. Name the "
        "axis of the accuracy.",
        ja="グラフの軸にラベルがないので、何の数なのか、見る人にはわかりません。"
        "精度の軸に名前をつけてください。",
    )
    values = [row["val_accuracy"] for row in rows]
    labels = [
        label
        for ax in axes
        for along, label in zip(coordinates(ax), (ax.xlabel, ax.ylabel), strict=True)
        if along and np.isclose(np.subtract.outer(along, values), 0, atol=5e-5).any()
    ]
    require(
        not labels or any(label.strip() for label in labels),
        en="The plot has a label, but not on the axis of the accuracy. A reader should see there what "
        "the numbers are.",
        ja="ラベルはありますが、精度の軸にはありません。何の数なのかがわかるように、"
        "精度の軸にラベルをつけてください。",
    )
