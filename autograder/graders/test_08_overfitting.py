"""Hidden checks of 08_overfitting: real training, measured again, and curves of every kind."""

import numpy as np
import pytest

from autograder.graders._curves import (
    curve,
    diverging,
    falling,
    level,
    overfitted,
    shown,
    stopped,
    weak,
)
from autograder.graders._training import (
    Once,
    deck_training,
    deck_validation,
    lesson_data,
    same_accuracy,
    same_loss,
    trained,
)
from autograder.grading import as_array, require, wrong

FLOOR = 0.958
"""Validation accuracy that the deck's network reaches in 20 epochs of 60,000 images.

From 200 seeds: mean 0.9725, standard deviation 0.002, lowest 0.9655; a right answer falls below the
floor less than once in 10,000 times. Far below it: 5,000 images, 10 hidden neurons, images that are
not scaled or scaled twice. Not below it: SGD (0.962), which has a check of its own. See
docs/calibration/floors.json.
"""
LESSON_FLOOR = 0.6
"""Accuracy on fresh images after an epoch of 60,000 images with permuted pixels and digits.

From 200 seeds: mean 0.961, standard deviation 0.002. Weights that were brought along, or learned
from other images, score 0.18 at most. Far from both, so that a poor optimizer, which has a check of
its own, is not charged twice.
"""
NOT_LEARNED = 0.4
"""Accuracy on the validation images, whose pixels are in another order, that only learning gives.

From 200 seeds without: 0.13 at most; with, alone or beside the training data: 0.91 at least.
"""


@pytest.fixture(scope="module")
def lesson():
    return lesson_data()


@pytest.fixture(scope="module")
def lesson_run(submission, lesson):
    return Once(lambda: trained(submission, lesson.train, lesson.validation, epochs=1))


@pytest.fixture(scope="module")
def full_run(submission):
    """The deck's training: 60,000 images, 20 epochs, measured on 10,000."""

    return Once(lambda: trained(submission, deck_training(), deck_validation(), epochs=20))


@pytest.mark.points(0.5, task="compile", needs="test_model_is_compiled_with_the_loss")
def test_optimizer_is_adam(submission):
    """The optimizer is Adam with learning rate 0.001.

    オプティマイザは学習率 0.001 の Adam です。
    """
    compiled = submission.call("compile_model", submission.call("build_model")).compiled
    require(
        compiled.optimizer == "adam",
        en=f"The optimizer should be Adam, but it is {compiled.optimizer}.",
        ja=f"オプティマイザは Adam のはずですが、{compiled.optimizer} でした。",
    )
    rate = compiled.learning_rate
    require(
        np.isclose(rate, 0.001, rtol=1e-3),
        en=f"Adam's learning rate should be 0.001, but it is {rate:g}: the steps are "
        f"{'too large' if rate > 0.001 else 'too small'}.",
        ja=f"Adam の学習率は 0.001 のはずですが、{rate:g} でした。1 回に変える大きさが"
        f"{'大きすぎます' if rate > 0.001 else '小さすぎます'}。",
    )


@pytest.mark.points(0.5, task="compile", needs="test_model_is_compiled_with_the_loss")
def test_two_metrics_are_reported(submission):
    """The cross-entropy and the accuracy are reported as metrics.

    指標として、交差エントロピーと精度が報告されます。
    """
    compiled = submission.call("compile_model", submission.call("build_model")).compiled
    names = set(compiled.metrics)
    if names & {"categorical_accuracy", "binary_accuracy"}:
        wrong(
            en=f"The metrics are {', '.join(compiled.metrics)}. The accuracy should be the one for "
            "answers that are digits: plain “accuracy” lets Keras choose it.",
            ja=f"指標が {', '.join(compiled.metrics)} になっています。正解が数字のときの精度に"
            "しましょう。単に accuracy と書けば、Keras が選んでくれます。",
        )
    for name, ja in (("accuracy", "精度"), ("sparse_categorical_crossentropy", "交差エントロピー")):
        require(
            name in names,
            en=f"The metrics should include {name}, but they are "
            f"{', '.join(compiled.metrics) or 'missing'}. Without it the History lacks two of its "
            "six names.",
            ja=f"指標には{ja}（{name}）が必要ですが、指定されているのは {', '.join(compiled.metrics) or 'なし'}"
            " です。これがないと、History の 6 つの名前のうち 2 つが欠けます。",
        )


@pytest.mark.points(0.25, task="train", needs="test_training_returns_the_history")
def test_epochs_are_obeyed(submission, lesson_run, full_run):
    """The training takes as many epochs as it is told.

    指定されたエポック数だけ学習します。
    """
    for epochs, run in ((1, lesson_run), (20, full_run)):
        length = len(run().history["loss"])
        require(
            length == epochs,
            en=f"train(…, epochs={epochs}) should train for as many epochs as that, but the "
            f"History has {length}. Hand the argument `epochs` on to `fit`.",
            ja=f"train(…, epochs={epochs}) は {epochs} エポック学習するはずですが、History には "
            f"{length} エポックあります。引数 `epochs` を `fit` に渡しましょう。",
        )


@pytest.mark.points(0.5, task="train", needs="test_training_returns_the_history")
def test_learns_from_the_training_data(submission, lesson, lesson_run):
    """The model learns from the training data, and from nothing else.

    モデルは訓練データから学習し、ほかのデータからは学習しません。
    """
    run = lesson_run()
    _, fresh = run.model.evaluate(*lesson.fresh)
    _, validation = run.model.evaluate(*run.validation)
    if validation > NOT_LEARNED and fresh < LESSON_FLOOR:
        wrong(
            en="The model was given training data and validation data in which the pixels are "
            f"rearranged in two ways, and it learned those of the validation data ({validation:.0%} "
            "right). Validation data is for measuring only: train on the pair `train`.",
            ja="画素を別々に並べ替えた訓練データと検証データを渡したところ、モデルは検証データのほうを"
            f"学習しました（正解率 {validation:.0%}）。検証データは測定だけに使います。"
            "学習には `train` の組を使いましょう。",
        )
    if run.trained is not None and fresh < LESSON_FLOOR:
        _, other = run.trained.evaluate(*lesson.fresh)
        if other >= LESSON_FLOOR:
            wrong(
                en="A model was trained, but not the one that was handed in: that one still has "
                "its old weights. Call `fit` of the argument `model`.",
                ja="学習したのは、渡されたモデルではなく別のモデルです。渡されたモデルの重みは"
                "元のままです。引数 `model` の `fit` を呼び出しましょう。",
            )
    require(
        fresh >= LESSON_FLOOR,
        en="After an epoch with 60,000 images of a kind that no network knows beforehand (their "
        f"pixels are rearranged), the model gets {fresh:.1%} of fresh ones right; about 96 % can "
        "be reached. Does `train` call `fit` with all the images that it is given, each with its "
        "own label?",
        ja="どのネットワークも見たことのない画像（画素を並べ替えたもの）60,000 枚で 1 エポック"
        f"学習した後、新しい画像での精度は {fresh:.1%} でした。96% ほどになるはずです。`train` は、"
        "渡された画像のすべてを、それぞれの正解と組にして `fit` に渡していますか。",
    )
    require(
        validation <= NOT_LEARNED,
        en=f"The model also learned from the validation data: it gets {validation:.1%} of it right, "
        "though its pixels are rearranged in a way that the training data does not show. Nothing "
        "may be learned from it.",
        ja="モデルは検証データからも学習しています。訓練データとは違う並べ方の画素なのに、"
        f"{validation:.1%} に正解しました。検証データからは何も学習させません。",
    )


@pytest.mark.points(0.5, task="train", needs="test_training_returns_the_history")
def test_validates_on_the_validation_data(submission, lesson, lesson_run):
    """What is reported as validation is measured on the validation data.

    検証の結果として報告される値は、検証データで測ったものです。
    """
    run = lesson_run()
    model = run.trained or run.model  # which model learned is another check's question
    for name, ja, part, same in (
        ("accuracy", "精度", 1, same_accuracy),
        ("loss", "損失", 0, same_loss),
    ):
        said = run.reported(f"val_{name}")
        if said is None or same(said, model, run.validation):
            continue
        measured = model.evaluate(*run.validation)[part]
        on_training_data = model.evaluate(*lesson.train)[part]
        if abs(said - on_training_data) < 0.05:
            wrong(
                en=f"The reported validation {name} is {said:.3f}: that is the {name} on the "
                f"training data. On the validation data it is {measured:.3f}. Hand the pair "
                "`validation` to `fit`, not `train` or a part of it.",
                ja=f"検証データでの{ja}として {said:.3f} が報告されましたが、これは訓練データでの"
                f"{ja}です。検証データでは {measured:.3f} です。`fit` には、`train` やその一部では"
                "なく、`validation` の組を渡しましょう。",
            )
        wrong(
            en=f"The reported validation {name} is {said:.3f}, but measured again on the validation "
            f"data it is {measured:.3f}. On which images does `fit` measure?",
            ja=f"検証データでの{ja}として {said:.3f} が報告されましたが、検証データで測り直すと "
            f"{measured:.3f} でした。`fit` はどの画像で測っていますか。",
        )


@pytest.mark.points(
    0.25,
    task="train",
    needs="test_epochs_are_obeyed,test_learns_from_the_training_data,"
    "test_validates_on_the_validation_data",
)
def test_history_agrees_with_the_model(submission, full_run):
    """The History of the 20 epochs agrees with what is measured on the model again.

    20 エポックの History は、モデルを測り直した値と一致します。
    """
    run = full_run()
    length = len(run.history["val_loss"])
    require(
        length == 20,
        en=f"After 20 epochs the History should have 20 entries, but it has {length}.",
        ja=f"20 エポックの後、History には 20 個の値があるはずですが、{length} 個でした。",
    )
    loss, accuracy = run.model.evaluate(*run.validation)
    for name, measured, same in (
        ("val_loss", loss, same_loss),
        ("val_accuracy", accuracy, same_accuracy),
    ):
        value = run.reported(name)
        require(
            value is None or same(value, run.model, run.validation),
            en=f"The last {name} of the History is {value or 0:.4f}, but the trained model, "
            f"measured on all of the validation data, gives {measured:.4f}. Use all of the "
            "validation images, and leave the History as `fit` returns it.",
            ja=f"History の最後の {name} は {value or 0:.4f} ですが、学習後のモデルを検証データの"
            f"すべてで測ると {measured:.4f} でした。検証データの画像をすべて使い、History は "
            "`fit` が返したままにしましょう。",
        )


@pytest.mark.points(
    0.75,
    task="train",
    needs="test_learns_from_the_training_data,test_optimizer_is_adam",
)
def test_validation_accuracy_is_reached(submission, full_run):
    """After 20 epochs the network recognises the digits of the validation data.

    20 エポックの後、検証データの数字を認識できます。
    """
    run = full_run()
    _, accuracy = run.model.evaluate(*run.validation)
    epochs = len(run.history["loss"])
    if accuracy < FLOOR and epochs < 20:
        wrong(
            en=f"The model gets {accuracy:.2%} of the validation data right, below {FLOOR:.1%}. "
            f"Epochs trained: {epochs} instead of 20. That is underfitting.",
            ja=f"検証データでの精度は {accuracy:.2%} で、{FLOOR:.1%} に達しません。20 エポックの"
            f"はずが {epochs} エポックしか学習していません。学習不足です。",
        )
    require(
        accuracy >= FLOOR,
        en=f"After 20 epochs with 60,000 images the model gets {accuracy:.2%} of the validation "
        f"data right, but {FLOOR:.1%} can be expected (about 97 % is usual). Does it learn from "
        "all the images, as they are, and does it have 64 hidden neurons?",
        ja=f"60,000 枚の画像で 20 エポック学習した後、検証データでの精度は {accuracy:.2%} でした。"
        f"{FLOOR:.1%} には達するはずです（ふつうは 97% ほどです）。画像をすべて、そのままの値で"
        "学習に使っていますか。隠れ層のニューロンは 64 個ですか。",
    )


@pytest.mark.points(0.5, task="plot", needs="test_plot_has_four_curves")
def test_plot_is_labelled(submission):
    """The diagrams have legends and axis names, and the epochs are counted from 1.

    グラフに凡例と軸の名前があり、エポックは 1 から数えられています。
    """
    history = overfitted()[2]
    answer = submission.ask("plot_history", history)
    axes = [ax for figure in answer.figures for ax in figure.axes]
    for name, words in (("loss", ("loss", "損失")), ("accuracy", ("accuracy", "精度"))):
        lines = {}
        for key in (name, "val_" + name):
            want = np.array(history[key])
            lines[key] = [
                (ax, line)
                for ax in axes
                for line in ax.lines
                if line.y.shape == want.shape
                and (np.allclose(line.y, want) or np.allclose(line.y, 100 * want))
            ]
            require(
                lines[key],
                en=f"For another history, of 15 epochs, the figure lacks `{key}`. Draw the "
                "dictionary that is handed in, whatever it is.",
                ja=f"別の履歴（15 エポック）では、図に `{key}` がありません。"
                "渡された辞書を描くようにしましょう。",
            )
            ax, line = lines[key][0]
            if line.x.shape == want.shape and line.x[0] == 0:
                wrong(
                    en="The epochs in the diagram begin at 0. The first number belongs to epoch 1.",
                    ja="グラフのエポックが 0 から始まっています。最初の数はエポック 1 のものです。",
                )
            require(
                np.array_equal(line.x, np.arange(1, 16)),
                en=f"The epochs of the line `{key}` should be 1 to 15, but they go from "
                f"{line.x.min():g} to {line.x.max():g}.",
                ja=f"線 `{key}` のエポックは 1 から 15 のはずですが、"
                f"{line.x.min():g} から {line.x.max():g} になっています。",
            )
            require(
                ax.xlabel.strip() and (ax.ylabel.strip() or ax.title.strip()),
                en=f"The diagram of the {words[0]} lacks a name at an axis. One can't see what is "
                "drawn against what.",
                ja=f"{words[1]}のグラフに、軸の名前がありません。何を何に対して描いたのかが"
                "分かりません。",
            )
        (ax, first), (_, second) = lines[name][0], lines["val_" + name][0]
        labels = [first.label.strip(), second.label.strip()]
        require(
            labels[0] != labels[1] and all(label in ax.legend for label in labels),
            en=f"The diagram of the {words[0]} needs a legend that tells the two lines apart: give "
            "each a label, and call legend().",
            ja=f"{words[1]}のグラフに、2 本の線を区別する凡例が必要です。それぞれの線に label を"
            "付け、legend() を呼び出しましょう。",
        )
        about_validation = [
            any(word in label.lower() for word in ("val", "test", "検証", "テスト"))
            for label in labels
        ]
        if about_validation == [True, False]:
            wrong(
                en=f"In the diagram of the {words[0]} the labels are swapped: the training curve is "
                f"called {labels[0]!r}.",
                ja=f"{words[1]}のグラフで、凡例の名前が入れ替わっています。訓練データの線の名前が "
                f"{labels[0]!r} になっています。",
            )
        require(
            about_validation == [False, True],
            en=f"In the diagram of the {words[0]} the labels are {labels[0]!r} and {labels[1]!r}. "
            "Use the words training and validation, so that one sees which is which.",
            ja=f"{words[1]}のグラフで、線の名前が {labels[0]!r} と {labels[1]!r} です。どちらが"
            "どちらか分かるように、「訓練」「検証」という語を使いましょう。",
        )


@pytest.mark.points(0.25, task="best_epoch", needs="test_best_epoch_of_the_printed_history")
def test_best_epoch_of_other_curves(submission):
    """The best epoch of other curves, with equal values too.

    ほかの曲線でも、同じ値がある場合も、最もよいエポックを求めます。
    """
    for val_loss in (
        [0.5, 0.4, 0.42, 0.38, 0.39, 0.41, 0.37],
        [0.3, 0.4, 0.5, 0.6],
        [0.5, 0.3, 0.4, 0.3, 0.35, 0.3],
        *(c["val_loss"] for c in overfitted()),
    ):
        history = curve(val_loss, np.linspace(0.9, 0.1, len(val_loss)))
        got = as_array(submission.call("best_epoch", history), name="best_epoch", shape=())
        want = int(np.argmin(val_loss)) + 1
        last = len(val_loss) - int(np.argmin(val_loss[::-1]))
        if got == last != want:
            wrong(
                en=f"For the validation losses {shown(val_loss)} best_epoch gave {got}. The lowest "
                f"value comes several times: the first time, epoch {want}, counts.",
                ja=f"検証データでの損失が {shown(val_loss)} のとき、best_epoch は {got} でした。"
                f"最小の値が何度かあるときは、最初のエポック {want} を選びます。",
            )
        require(
            got == want,
            en=f"For the validation losses {shown(val_loss)} best_epoch should be {want}, but it "
            f"gave {got}. The answer has to follow from the history that is handed in.",
            ja=f"検証データでの損失が {shown(val_loss)} のとき、best_epoch は {want} のはずですが、"
            f"{got} でした。答えは、渡された履歴から求めます。",
        )


@pytest.mark.points(0.5, task="stop_epoch", needs="test_stop_epoch_of_the_printed_history")
def test_stop_epoch_of_other_curves(submission):
    """Early stopping of other curves: equal values, and curves that never stop.

    ほかの曲線でも打ち切りを求めます。同じ値が続く場合や、打ち切られない場合もあります。
    """
    cases = [
        ([0.5, 0.4, 0.42, 0.38, 0.39, 0.41, 0.37], (1, 2, 3)),
        ([0.5, 0.4, 0.4, 0.4, 0.4, 0.3], (2, 3)),
        ([0.9, 0.8, 0.7, 0.6, 0.5], (1, 2)),
        ([0.2, 0.3, 0.4, 0.5, 0.6], (1, 3, 4, 9)),
        *((c["val_loss"], (1, 2, 4, 50)) for c in (*overfitted()[:2], *level()[:2], falling()[1])),
    ]
    for val_loss, patiences in cases:
        history = curve(val_loss, np.linspace(0.9, 0.1, len(val_loss)))
        for patience in patiences:
            got = submission.call("stop_epoch", history, patience)
            want = stopped(val_loss, patience)
            asked_en = f"For the validation losses {shown(val_loss)} and patience {patience}"
            asked_ja = f"検証データでの損失が {shown(val_loss)}、patience が {patience} のとき、"
            if got is None or (want == len(val_loss) and got in (0, -1)):
                wrong(
                    en=f"{asked_en} stop_epoch gave {got}. If the training is never stopped early, "
                    "it ends with the last epoch.",
                    ja=f"{asked_ja}stop_epoch は {got} でした。途中で打ち切られなければ、"
                    "最後のエポックで終わります。",
                )
            got = as_array(got, name="stop_epoch(history, patience)", shape=())
            if got > want and len(set(val_loss)) < len(val_loss):
                wrong(
                    en=f"{asked_en} stop_epoch gave {got} instead of {want}. A value that merely "
                    "equals the lowest one so far is no new lowest value.",
                    ja=f"{asked_ja}stop_epoch は {want} ではなく {got} でした。"
                    "それまでの最小値と等しいだけでは、更新したことになりません。",
                )
            require(
                got == want,
                en=f"{asked_en} stop_epoch should be {want}, but it gave {got}. Make the table of "
                "the text for these numbers.",
                ja=f"{asked_ja}stop_epoch は {want} のはずですが、{got} でした。"
                "この数で、本文と同じ表を作ってみましょう。",
            )


@pytest.mark.points(
    0.25, task="overfitting_begins", needs="test_overfitting_of_the_printed_history"
)
def test_overfitting_of_other_curves(submission):
    """Overfitting is found in other curves as well.

    ほかの曲線でも、過学習が見つかります。
    """
    for history in overfitted():
        got = submission.call("overfitting_begins", history)
        want = int(np.argmin(history["val_loss"])) + 2
        require(
            got is not None,
            en=f"overfitting_begins gave None for the validation losses "
            f"{shown(history['val_loss'])}, while the training loss falls. That is a clear rise.",
            ja="訓練データでの損失が減り、検証データでの損失が "
            f"{shown(history['val_loss'])} のとき、overfitting_begins は None でした。"
            "これははっきりした増加です。",
        )
        require(
            np.array_equal(got, want),
            en=f"For the validation losses {shown(history['val_loss'])} overfitting_begins should "
            f"be {want}, the epoch after the best one, but it gave {got}.",
            ja=f"検証データでの損失が {shown(history['val_loss'])} のとき、overfitting_begins は"
            f"最もよいエポックの次の {want} のはずですが、{got} でした。",
        )


@pytest.mark.points(
    0.25, task="overfitting_begins", needs="test_overfitting_of_the_printed_history"
)
def test_no_overfitting_no_epoch(submission):
    """Where there is no overfitting, the answer is None: wobble is no rise.

    過学習がなければ None です。揺れは増加ではありません。
    """
    for history in (*falling(), *level(), *weak()):
        got = submission.call("overfitting_begins", history)
        require(
            got is None,
            en=f"overfitting_begins gave {got} for the validation losses "
            f"{shown(history['val_loss'])}. Some of them are higher than the lowest one, but only "
            "by wobbling: smoothed, the curve ends within 10 % of its lowest value.",
            ja=f"検証データでの損失が {shown(history['val_loss'])} のとき、overfitting_begins は "
            f"{got} でした。最小値より大きい値もありますが、揺れにすぎません。滑らかにすると、"
            "最後の値と最小値の差は 10% 以内です。",
        )
    history = diverging()
    got = submission.call("overfitting_begins", history)
    require(
        got is None,
        en=f"overfitting_begins gave {got} for a history in which the training loss rises too: "
        f"{shown(history['loss'])}. That is no overfitting. Check the second condition.",
        ja=f"訓練データでの損失も増えている履歴（{shown(history['loss'])}）で、"
        f"overfitting_begins は {got} でした。これは過学習ではありません。"
        "2 つ目の条件を確かめましょう。",
    )


DIAGNOSED = (
    "test_diagnosis_of_the_printed_history,test_overfitting_of_other_curves,"
    "test_no_overfitting_no_epoch"
)
"""The diagnosis rests on task 7, where a slip has cost its points already."""


@pytest.mark.points(0.25, task="diagnose", needs=DIAGNOSED)
def test_underfitting_is_diagnosed(submission):
    """Underfitting: still falling, or bad even on the training data.

    学習不足：まだ減少しているか、訓練データでも結果が悪い場合です。
    """
    for history in falling():
        got = submission.call("diagnose", history)
        require(
            got == "underfitting",
            en=f"diagnose gave {got!r} for validation losses that still fall clearly at the end: "
            f"{shown(history['val_loss'])}. More epochs would help: that is underfitting.",
            ja=f"最後まではっきり減少している検証データでの損失（{shown(history['val_loss'])}）を "
            f"{got!r} と診断しました。エポックを増やせばよくなるので、学習不足です。",
        )
    for history in weak():
        got = submission.call("diagnose", history)
        require(
            got == "underfitting",
            en=f"diagnose gave {got!r} for a history whose training accuracy ends at "
            f"{history['accuracy'][-1]:.2f}. The curves are level, but the network is bad even on "
            "its own training data: that is underfitting.",
            ja=f"訓練データでの精度の最後の値が {history['accuracy'][-1]:.2f} の履歴を {got!r} と"
            "診断しました。曲線は横ばいですが、訓練データについてさえ結果が悪いので、"
            "学習不足です。",
        )


@pytest.mark.points(0.25, task="diagnose", needs=DIAGNOSED)
def test_good_fit_is_diagnosed(submission):
    """Good fit: the validation loss has fallen and stays low, wobble or not.

    よい学習：検証データでの損失が減少し、揺れがあっても低いままの場合です。
    """
    for history in level():
        got = submission.call("diagnose", history)
        require(
            got == "good fit",
            en=f"diagnose gave {got!r} for the validation losses {shown(history['val_loss'])}. "
            "Smoothed, they have fallen and stay level, and the training accuracy ends at "
            f"{history['accuracy'][-1]:.2f}: that is a good fit.",
            ja=f"検証データでの損失 {shown(history['val_loss'])} を {got!r} と診断しました。"
            "滑らかにすると、減少した後は横ばいで、訓練データでの精度も最後は "
            f"{history['accuracy'][-1]:.2f} なので、よい学習（good fit）です。",
        )


@pytest.mark.points(0.25, task="diagnose", needs=DIAGNOSED)
def test_overfitting_is_diagnosed(submission):
    """Overfitting: in other histories too, whatever their accuracy.

    過学習：ほかの履歴でも、精度にかかわらず診断します。
    """
    for history in overfitted():
        got = submission.call("diagnose", history)
        require(
            got == "overfitting",
            en=f"diagnose gave {got!r} for a history in which overfitting_begins finds overfitting "
            f"(validation losses {shown(history['val_loss'])}). The losses decide, not the "
            "accuracies or the gap between them.",
            ja="overfitting_begins が過学習を見つける履歴（検証データでの損失 "
            f"{shown(history['val_loss'])}）を {got!r} と診断しました。判断するのは損失で、"
            "精度やその差ではありません。",
        )


@pytest.mark.points(
    0.25,
    task="read_curve",
    needs="test_reading_of_the_printed_history,test_epochs_are_obeyed,"
    "test_two_metrics_are_reported,test_diagnosis_of_the_printed_history",
)
def test_own_curve_is_read(submission, full_run):
    """What `read_curve` says of your own training agrees with your own curve.

    `read_curve` が自分の学習について述べることは、自分の曲線と一致します。
    """
    history = full_run().history
    got = submission.call("read_curve", history)
    for name, function in (
        ("best_epoch", "best_epoch"),
        ("overfitting_begins", "overfitting_begins"),
        ("diagnosis", "diagnose"),
    ):
        own = submission.call(function, history)
        require(
            np.array_equal(got[name], own),
            en=f"Your network was trained for 20 epochs, and of this history read_curve says "
            f"{name} = {got[name]!r}, but your {function} says {own!r}. Read the history that is "
            "handed in.",
            ja=f"あなたのネットワークを 20 エポック学習させた履歴で、read_curve の {name} は "
            f"{got[name]!r} ですが、自分で書いた {function} の結果は {own!r} です。"
            "渡された履歴を読み取りましょう。",
        )
    gap = as_array(got["accuracy_gap"], name="accuracy_gap", shape=())
    want = history["accuracy"][-1] - history["val_accuracy"][-1]
    require(
        abs(gap - want) < 1e-4,
        en=f"Your network was trained for 20 epochs, and of this history read_curve says "
        f"accuracy_gap = {gap:.4f}, but its last accuracies are {history['accuracy'][-1]:.4f} and "
        f"{history['val_accuracy'][-1]:.4f}. Read the history that is handed in.",
        ja=f"あなたのネットワークを 20 エポック学習させた履歴で、read_curve の accuracy_gap は "
        f"{gap:.4f} ですが、最後の精度は {history['accuracy'][-1]:.4f} と "
        f"{history['val_accuracy'][-1]:.4f} です。渡された履歴を読み取りましょう。",
    )


@pytest.mark.points(0.25, task="output_weights", needs="test_output_weights_have_the_right_shape")
def test_output_weights_of_the_given_model(submission):
    """The weights are those of the model that is handed in.

    渡されたモデルの結合の重みを返します。
    """
    for units in (64, 12):
        model = submission.call("build_model", units)
        got = as_array(submission.call("output_weights", model), name="output_weights(model)")
        require(
            got.shape == (units, 10) and np.allclose(got, model.weights[2], atol=1e-6),
            en=f"output_weights(model) did not give the output layer's weights of the model that "
            f"was handed in (here with {units} hidden neurons). Take them from the argument.",
            ja="output_weights(model) は、渡されたモデル（ここでは隠れ層のニューロンが "
            f"{units} 個）の出力層の結合の重みを返しませんでした。引数のモデルから取り出しましょう。",
        )
