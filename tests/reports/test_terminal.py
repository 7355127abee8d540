"""What a learner and an instructor read in the terminal."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from autograder.reports.terminal import show_class, show_report
from autograder.text import Text
from autograder.wrap import wrap

LONG_EN = "Message with a `long_function_name(with, arguments)` and many words after it. " * 4
LONG_JA = "出力層の活性化関数が sigmoid です。合計が 1 になりません(3.87 でした)。" * 5


@pytest.fixture
def screen():
    """A plain terminal of 80 columns: what it shows is in `.file.getvalue()`."""
    return Console(file=io.StringIO(), width=80, color_system=None)


def test_every_outcome_is_said_in_words(report, screen):
    show_report(report(), "en", screen)
    text = screen.file.getvalue()
    assert "✓ passed  1/1  Title of test_formula." in text
    assert "✗ not yet  0.25/1  Title of test_total.\n    Message of test_total." in text
    assert "– skipped  0/1  Title of test_shape." in text
    assert "? could not check  0/1  Title of test_train." in text
    assert "✎ marked by hand  -/2  Title of reflection_curve." in text
    assert "Hint: Hint of test_total." in text
    assert "1.25 of 4 points (+ 2 marked by hand)" in text
    assert "Next: Work on “Title of test_total” first, then check again." in text
    assert text.endswith("More hints: kata hint 08 parameters 2\n")


def test_what_several_checks_wait_for_is_said_once(report, check, screen):
    waits = Text(en="Left out until this one passes: x.", ja="先に x が通る必要があります。")
    checks = [check("x", "failed"), *(check(n, "skipped", message=waits) for n in "abc")]
    show_report(report(checks=tuple(checks)), "en", screen)
    text = screen.file.getvalue()
    assert text.count("– skipped") == 3
    assert text.count(waits.en) == 1


def test_japanese_is_complete(report, screen):
    show_report(report(), "ja", screen)
    text = screen.file.getvalue()
    assert "✗ 要修正  0.25/1  test_total の題です。\n    test_total の説明です。" in text
    assert "4 点中 1.25 点 (ほかに採点待ち 2 点)" in text
    assert "次に: まず「test_total の題です」に取り組んで" in text
    assert not re.search("Message|Title|Hint|points", text)


@pytest.mark.parametrize(
    ("outcomes", "step"),
    [
        (["passed"], "points\nAll checks passed. Well done!"),
        (["passed", "manual"], "hand)\nAll checks passed. A person marks your written answers."),
        (["error", "failed"], "Next: Some checks could not be carried out."),
        (["failed", "error"], "Next: Work on “Title of x0” first"),
    ],
)
def test_the_next_step_follows_from_the_outcomes(report, check, screen, outcomes, step):
    checks = tuple(check(f"x{i}", outcome) for i, outcome in enumerate(outcomes))
    show_report(report(checks=checks), "en", screen)
    assert step in screen.file.getvalue()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_no_line_is_wider_than_eighty_columns(report, check, screen, lang, tally):
    long = Text(en=LONG_EN, ja=LONG_JA)
    checks = (check("x", "failed", message=long, title=long, hint=long),)
    show_report(report(checks=checks, notes=(long,)), lang, screen)
    show_class(tally([report("名前" * 50, checks=checks)]).entries(), lang, screen)
    lines = screen.file.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert len(lines) > 20


def test_a_hint_shared_by_checks_of_a_task_is_shown_once(report, check, screen):
    hint = Text(en="Look at the bias.", ja="")
    checks = tuple(check(name, "failed", hint=hint) for name in "ab")
    show_report(report(checks=checks), "en", screen)
    assert screen.file.getvalue().count("Look at the bias.") == 1


def test_class_table_gives_score_and_reason(report, check, screen, tally):
    good = report("taro", "07_build", checks=(check("x"),))
    unknown = report("aoi", "07_build", checks=(check("y", "error"),), sandboxed=False)
    show_class(tally([report(), good, unknown]).entries(), "en", screen)
    text = screen.file.getvalue()
    assert re.search(r"hanako +08_overfitting +\? 1\.25/4 +Message of test_total\.", text)
    assert re.search(r"taro +07_build +✓ 1/1 *\n", text)
    assert re.search(r"aoi +07_build +\? 0/1 UNSANDBOXED +Could not check: Message of", text)
    assert text.index("aoi") < text.index("hanako") < text.index("taro")
    assert "3 submissions of 3 students." in text
    assert "2 submissions could not be checked through." in text
    assert "1 submission UNSANDBOXED: run without the sandbox." in text


def test_names_can_neither_style_nor_drive_the_terminal(report, check, screen, tally):
    evil = "[bold red]x[/] :smile: \x1b[31m\x07 \u202eabc\r\nroot 10/10"
    text = Text(en=evil, ja=evil)
    checks = (check("x", "failed", message=text, title=text, hint=text, task=evil),)
    show_report(report(evil, evil, checks=checks, notes=(text,)), "en", screen)
    show_class(
        tally([report(evil, checks=checks)]).entries(), "en", Console(file=screen.file, width=200)
    )
    shown = screen.file.getvalue()
    assert not set(shown) & set("\x1b\x07\u202e\r")
    assert "[bold red]x[/] :smile:" in shown
    assert "\\x1b[31m" in shown
    assert not re.search(r"(?m)^ *root 10/10 +08", shown)


def test_a_terminal_without_the_symbols_gets_plain_letters(report):
    raw = io.BytesIO()
    screen = Console(file=io.TextIOWrapper(raw, encoding="cp932"), width=80)
    show_report(report(), "ja", screen)
    screen.file.flush()
    assert "x 要修正" in raw.getvalue().decode("cp932")


def test_japanese_lines_break_by_width_and_never_before_a_full_stop():
    lines = wrap("あいうえおかきくけ。さ「し」。", 18)
    assert lines == ["あいうえおかきく", "け。さ「し」。"]
    assert wrap("", 10) == []
    assert wrap("one two\n  three", 8) == ["one two", "  three"]
    assert wrap("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


@given(st.text("ab 、。「」漢字かなーA(x)\n", max_size=60), st.integers(4, 30))
def test_wrapping_keeps_every_character_and_the_width(text, width):
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
