"""Learning curves as pictures, of honest histories and of odd ones."""

import math
import statistics
import xml.etree.ElementTree as ET

import matplotlib as mpl
import pytest

from autograder.reports import class_pictures, curves


def test_the_best_epoch_counts_from_one(history):
    reading = curves.read(history(best=9))
    assert (reading.best_epoch, reading.epochs, reading.overfitting_from) == (9, 20, 10)
    assert reading.best_loss == pytest.approx(0.09)


def test_no_overfitting_without_a_clear_rise_of_validation_and_a_falling_training_loss(history):
    falling = history(best=20)
    trembling = {**falling, "val_loss": [0.1 + 0.02 * (i % 3) for i in range(20)]}
    diverging = {"loss": list(range(1, 21)), "val_loss": list(range(1, 21))}
    short = {name: curve[:9] for name, curve in history(best=3).items()}
    broken = {**history(), "loss": [math.nan] * 20}
    for honest in (falling, trembling, diverging, short, broken):
        assert curves.read(honest).overfitting_from is None
    assert curves.read(trembling).best_epoch == 1


def test_overfitting_is_counted_from_the_epoch_after_the_best():
    loss = [0.30, 0.14, 0.10, 0.08, 0.06, 0.05, 0.04, 0.035, 0.03, 0.025]
    history = {
        "loss": loss + [0.02 - 0.001 * i for i in range(10)],
        "val_loss": [0.16, 0.12, 0.10, 0.099, 0.097, 0.095, 0.092, 0.091, 0.0904, 0.092]
        + [0.094 + 0.003 * i for i in range(10)],
    }
    reading = curves.read(history)
    assert (reading.best_epoch, reading.overfitting_from) == (9, 10)
    assert "at epoch 9 of 20. From epoch 10 on" in curves.summary(reading).en
    assert "エポック 10 から" in curves.summary(reading).ja


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_picture_marks_the_best_epoch_and_where_overfitting_begins(history, lang):
    loss, accuracy = curves.pictures(history(best=9), lang)
    for picture in (loss, accuracy):
        root = ET.fromstring(picture.svg)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert b"var(--shade)" in picture.svg
        assert b"prefers-color-scheme:dark" in picture.svg
        assert b"http" not in picture.svg.replace(b"http://www.w3.org/", b"")
    assert (
        b"var(--shade)" not in curves.pictures(history(best=20), lang)[0].svg.split(b"</style>")[1]
    )


def test_the_same_history_gives_the_same_bytes_whatever_the_callers_settings(history):
    first = curves.pictures(history(), "ja")[0].svg
    with mpl.rc_context({"axes.facecolor": "pink", "font.size": 30, "text.usetex": True}):
        again = curves.pictures(history(), "ja")[0].svg
        assert mpl.rcParams["font.size"] == 30
    assert first == again


@pytest.mark.parametrize(
    ("strange", "pictures"),
    [
        ({}, 0),
        ({"loss": []}, 0),
        ({"loss": [math.nan] * 3}, 0),
        ({"loss": [0.5]}, 1),
        ({"val_loss": [0.5, 0.4]}, 1),
        ({"loss": [1, math.nan, 1e300, -math.inf, 0.5], "val_loss": [1, 2]}, 1),
        ({"loss": [0.1] * 100_000, "accuracy": [1.0]}, 2),
        ({"$x^": [1.0], "accuracy": [0.5, 0.6], "val_accuracy": [0.4]}, 1),
    ],
)
def test_odd_histories_are_drawn_as_far_as_they_go(strange, pictures):
    drawn = curves.pictures(strange, "en")
    assert len(drawn) == pictures
    for picture in drawn:
        ET.fromstring(picture.svg)
        assert len(picture.svg) < 300_000
    assert curves.summary(curves.read(strange))["ja"]


def test_class_pictures_draw_everyone_and_name_outliers(report, history, tally):
    def student(name, final):
        return report(name, curves={**history(), "val_accuracy": [0.5] * 19 + [final]})

    reports = [student(f"s{i}", 0.97 + i / 10_000) for i in range(20)] + [student("low", 0.91)]
    (stats,) = tally([*reports, report("none")]).stats()
    assert stats.outliers == ("low",)
    assert len(stats.accuracies) == 21
    scores, loss, accuracy, final = class_pictures.pictures(stats, "ja")
    assert scores.alt == "22 人の得点 (1 点きざみ): 1 点 22 人。"
    assert "エポックごとの曲線 21 本" in loss.alt
    assert "大きく外れたもの 1 本" in accuracy.alt
    assert f"中央値 {statistics.median(stats.accuracies.values()):.4f}" in final.alt
    for picture in (scores, loss, accuracy, final):
        ET.fromstring(picture.svg)


def test_one_runaway_history_does_not_break_the_class_picture(report, history, tally):
    reports = [report(f"s{i}", curves=history()) for i in range(9)]
    reports.append(report("far", curves={"val_loss": [1e8] * 900, "val_accuracy": [math.nan]}))
    (stats,) = tally(reports).stats()
    _, loss, *_ = class_pictures.pictures(stats, "en")
    assert "10 curves by epoch. The median goes from 0.218 to 0.332" in loss.alt
