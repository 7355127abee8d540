"""The pages: complete, escaped, self-contained, and readable without script, colour or sight."""

import base64
import gc
import hashlib
import json
import re
import tracemalloc
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from autograder.reports.files import OutputError
from autograder.reports.grades_json import result
from autograder.reports.index import index
from autograder.reports.page import page
from autograder.text import Text

ATTACK = '"><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>\u202e`<b>`'
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Page(HTMLParser):
    """What a browser would find in a page: elements, their attributes and texts."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.texts, self._open = [], {}, []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        for tag in set(self._open):
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]

    @property
    def policy(self):
        (meta,) = [m for m in self.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
        return dict(part.split(" ", 1) for part in meta["content"].split("; "))


def class_page(tally, links, lang):
    """The class report as one text."""
    return "".join(index(tally, lambda *who: links[who], lang))


@pytest.fixture
def links(report):
    return {("hanako", "08_overfitting"): "hanako/08_overfitting.html"}


def test_a_students_page_shows_every_check_with_outcome_reason_and_points(report):
    html = page(report(), "en")
    text = Page(html).texts["main"]
    for words in ("passed", "not yet", "skipped", "could not check", "marked by hand"):
        assert words in text
    for name in ("test_total", "test_shape", "test_train"):
        assert f"Title of {name}." in text
        assert f"Message of {name}." in text
    assert "0.25/1" in text
    assert "Hint of test_total." in text
    assert "Work on “Title of test_total” first" in text
    assert "1.25 of 4 points (+ 2 marked by hand)" in Page(html).texts["header"]


def test_pages_say_their_language_and_keep_to_it(report, links, tally):
    for html in (page(report(), "ja"), class_page(tally([report()], "ja"), links, "ja")):
        assert Page(html).all("html") == [{"lang": "ja"}]
        body = Page(html).texts["main"]
        assert "要修正" in body or "確認不可" in body
        assert not re.search("Message|Title|Hint|points|passed|Why", body)


def test_code_in_a_message_is_marked_up_and_lines_are_kept(report, check):
    message = Text(en="`a < b` came.\nLook at `b`.", ja="")
    html = page(report(checks=(check("x", "failed", message=message),)), "en")
    assert "<code>a &lt; b</code> came.\nLook at <code>b</code>." in html


def test_notes_reflections_and_warnings_are_shown_to_the_marker(report):
    html = page(
        report(
            sandboxed=False,
            notes=(Text(en="Outputs were cut short.", ja=""),),
            reflections={"reflection_curve": "First line.\n<b>Second</b> line.", "other": " "},
        ),
        "en",
    )
    assert "Outputs were cut short." in html
    assert "First line.\n&lt;b&gt;Second&lt;/b&gt; line." in html
    assert "(no answer)" in html
    assert "UNSANDBOXED" in html
    assert "the score is not final" in html


def test_nothing_from_a_submission_becomes_markup(report, check, tally):
    text = Text(en=ATTACK, ja=ATTACK)
    bad = check(ATTACK, "failed", message=text, title=text, hint=text, task=ATTACK)
    evil = report(ATTACK, ATTACK, checks=(bad,), notes=(text,), reflections={ATTACK: ATTACK})
    plain = report(checks=(check("x", "failed"),), notes=(text,), reflections={"x": "x"})
    for make in (
        lambda r: page(r, "en"),
        lambda r: class_page(tally([r]), {(r.student, r.assignment): "x.html"}, "en"),
    ):
        attacked, honest = Page(make(evil)), Page(make(plain))
        for tag in ("script", "svg", "style", "link", "iframe", "b"):
            assert len(attacked.all(tag)) == len(honest.all(tag)), tag
        assert all(img["src"].startswith("data:") for img in attacked.all("img"))
        assert not [a for _, a in attacked.elements if any(k.startswith("on") for k in a)]
        assert not CONTROLS.search(make(evil))


def test_pages_load_nothing_and_allow_only_their_own_style_and_script(
    report, links, history, tally
):
    reports = [report(curves=history())]
    for html in (
        page(reports[0], "en", index="../index.html"),
        class_page(tally(reports), links, "en"),
    ):
        found = Page(html)
        policy = found.policy
        assert policy["default-src"] == "'none'"
        assert policy["img-src"] == "data:"
        assert policy["base-uri"] == policy["form-action"] == "'none'"
        assert "unsafe" not in str(policy)
        (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
        assert policy["style-src"] == csp_hash(style)
        scripts = re.findall("<script>(.*?)</script>", html, re.DOTALL)
        assert policy["script-src"] == (csp_hash(scripts[0]) if scripts else "'none'")
        assert len(scripts) <= 1
        for _, attributes in found.elements:
            assert "style" not in attributes
            for name in ("src", "href", "action", "srcset"):
                assert "//" not in attributes.get(name, "").removeprefix("data:").split(",")[0]
        assert "@import" not in style
        assert "url(" not in style


def csp_hash(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_pictures_have_words_for_those_who_cannot_see_them(report, history):
    found = Page(page(report(curves=history(best=9)), "en"))
    loss, accuracy = found.all("img")
    assert loss["alt"].startswith("Loss by epoch. Training: from 0.4294 to ")
    assert "lowest, 0.0900, at epoch 9 of 20" in loss["alt"]
    assert accuracy["alt"].startswith("Accuracy by epoch.")
    assert int(loss["width"]) > 400


def test_class_report_lists_everyone_with_a_link_and_a_reason(report, check, links, tally):
    good = report("<taro>", "07_build", checks=(check("x"),), seconds=3)
    html = class_page(
        tally([report(), good]), {**links, ("<taro>", "07_build"): "%253Ctaro/07.html"}, "en"
    )
    found = Page(html)
    rows = re.findall(r"<tr>.*?</tr>", html[html.index('<table id="table">') :], re.DOTALL)[1:]
    assert len(rows) == 2
    assert 'href="%253Ctaro/07.html"' in rows[0]
    assert "&lt;taro&gt;" in rows[0]
    assert "1 / 1" in rows[0]
    assert "Message of test_total." in rows[1]
    assert "? could not check" in re.sub("<[^>]+>", "", rows[1])
    assert found.all("input")[0]["id"] == "filter"
    assert {"href": "#results", "class": "skip"} in found.all("a")


def test_class_report_gives_pass_rates_and_the_commonest_reason(report, check, tally):
    def failed(student, en):
        return report(
            student, checks=(check("x", "failed", message=Text(en=en, ja="")), check("y"))
        )

    reports = [
        failed("a", "It gave 3."),
        failed("b", "It gave 4.5."),
        failed("c", "No function."),
        report("d", checks=(check("x"), check("y", "error"))),
    ]
    html = class_page(tally(reports), {(r.student, r.assignment): "x" for r in reports}, "en")
    x, y = re.findall(r"<tr>\n<td><code>.*?</tr>", html, re.DOTALL)
    assert "25 % (1/4)" in x
    assert "2 ×</span> It gave 3." in x
    assert "75 % (3/4)" in y
    assert "? 1 could not check" in y
    assert "none failed" in y


def test_an_empty_class_has_a_page_that_says_so(tally):
    assert "No submission was graded." in class_page(tally([]), {}, "en")


def test_a_site_holds_a_page_and_a_file_for_everyone_and_all_links_work(
    report, tmp_path, write_site
):
    names = ["hanako", "山田 花子", "a\nb", "..", "Taro", "taro", "index.html", "<b>%41", "n" * 250]
    names += ["\u202egnp", "not\udcffutf8", "#?&"]
    reports = [report(n, a) for n in names for a in ("07_build", "08_overfitting")]
    start = write_site(reports, tmp_path, "en")
    assert start == tmp_path / "index.html"
    hrefs = [a["href"] for a in Page(start.read_text(encoding="utf-8")).all("a")]
    pages = {tmp_path / unquote(h) for h in hrefs if not h.startswith("#")}
    assert len(pages) == len(reports)
    for path in pages:
        assert path.resolve().is_relative_to(tmp_path)
        back = Page(path.read_text(encoding="utf-8")).all("a")[0]["href"]
        assert (path.parent / back).resolve() == start
    assert {p.relative_to(tmp_path) for p in tmp_path.rglob("*.html")} - {
        start.relative_to(tmp_path)
    }
    data = json.loads((tmp_path / "hanako" / "07_build.json").read_text(encoding="utf-8"))
    assert data == result(reports[0], "en")
    assert (tmp_path / "山田 花子" / "08_overfitting.html").is_file()


def test_a_site_does_not_depend_on_the_order_of_grading(
    report, check, history, tmp_path, write_site
):
    def one(student, *outcomes):
        checks = (check(f"test_{i}", outcome) for i, outcome in enumerate(outcomes))
        told = {"message": Text(en=f"{student} got 1.", ja="x"), "title": Text(en="T", ja="題")}
        checks = (replace(c, **told) if c.outcome == "failed" else c for c in checks)
        return report(student, checks=tuple(checks), curves=history(), content="same")

    reports = [one("b", "failed"), one("c", "failed", "error", "passed"), one("a", "passed")]
    write_site(reports, tmp_path / "1", "en")
    write_site(reports[::-1], tmp_path / "2", "en")
    files = [path for path in (tmp_path / "1").rglob("*") if path.is_file()]
    assert {"grades.json", "grades.csv", "index.html"} < {path.name for path in files}
    for path in files:
        twin = tmp_path / "2" / path.relative_to(tmp_path / "1")
        assert path.read_bytes() == twin.read_bytes(), path.name


def test_of_equally_common_reasons_the_first_students_is_shown(report, check, tally):
    def failed(student, words):
        return report(student, checks=(check("x", "failed", message=Text(en=words, ja=words)),))

    for students in ("abc", "cba"):
        reports = [failed(s, f"is {s} and 1") for s in students]
        (stats,) = tally([*reports, failed("d", "is b and 22")]).stats()
        assert (stats.rates[0].message, stats.rates[0].message_count) == ("is b and 1", 2)
        (stats,) = tally(reports).stats()
        assert stats.rates[0].message == "is a and 1"


def test_little_is_kept_of_a_report(report, check, history, tally):
    """Under 4 KB each, where a report with 25 checks, each told at length, is 40 KB."""

    def long(i):
        words = Text(en=f"{'Look at this. ' * 50} {i}", ja="長い説明です。" * 50)
        checks = tuple(check(f"test_{n}", "failed", message=words, hint=words) for n in range(25))
        return report(f"student{i}", checks=checks, curves=history(), content=f"{i:032}")

    kept = tally(long(i) for i in range(10))
    tracemalloc.start()
    try:
        for i in range(10, 510):
            kept.add(long(i))
        gc.collect()
        grown, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert grown / 500 < 4_000
    assert len(kept) == 510


def test_a_site_that_cannot_be_written_says_where(report, tmp_path, write_site):
    (tmp_path / "hanako").write_text("in the way")
    with pytest.raises(OutputError, match="hanako is a file, but a folder is needed there"):
        write_site([report()], tmp_path, "en")


def test_class_report_names_what_to_go_over_again_and_the_skipped(report, check, tally):
    def one(student, outcome):
        message = Text(en="It gave 3.", ja="")
        first = check("x", outcome, message=message)
        return report(student, checks=(first, check("y", "skipped"), check("z")))

    reports = [one(s, "failed") for s in "abc"] + [one("d", "passed")]
    html = class_page(tally(reports), {(r.student, r.assignment): "x" for r in reports}, "en")
    assert "What to go over again" in html
    assert "25 % passed (1 of 4)" in html
    hardest = html[html.index("What to go over again") : html.index('class="pictures"')]
    assert "It gave 3." in hardest
    assert "(3 ×)" in hardest
    assert hardest.count("<li>") == 1  # z passed; y only waits for x and has no reason of its own
    assert "– 4 skipped" in html


def test_parts_of_the_class_report_have_names_of_their_own(report, check, tally):
    names = ("07_build", "08_overfitting")
    reports = [report(s, a, checks=(check("x", "failed"),)) for s in ("aoi", "ben") for a in names]
    html = "".join(index(tally(reports), lambda *who: "x.html", "en"))
    headings = dict(re.findall(r'<(?:h\d|caption) id="([^"]+)"[^>]*>([^<]+)<', html))
    parts = [p["aria-labelledby"] for p in Page(html).all("section") if "aria-labelledby" in p]
    said = [" ".join(headings[name] for name in part.split()) for part in parts]
    assert "What to go over again 07_build" in said
    assert len(said) == len(set(said)) == 4


def test_class_report_tells_the_facts_about_time_outliers_and_identical_code(
    report, check, history, tally
):
    def one(student, **fields):
        return report(student, checks=(check("x"),), seconds=2.0, **fields)

    low = {**history(), "val_accuracy": [0.2] * 20}
    reports = [one(s, content=s, curves=history()) for s in "abcde"]
    reports += [one("twin1", content="t"), one("twin2", content="t"), one("u1"), one("u2")]
    reports += [one("far", content="f", curves=low), report("slow", seconds=99.0)]
    html = class_page(
        tally(reports), {(r.student, r.assignment): f"{r.student}.html" for r in reports}, "en"
    )
    facts = re.search(r'<dl class="facts">.*?</dl>', html, re.DOTALL)[0]
    text = " ".join(re.sub("<[^>]+>", "", facts).split())
    assert "median 2.0 s, longest 99.0 s: slow" in text
    assert "somebody has to look slow" in text
    assert "far (0.2000)" in text
    assert text.endswith("twin1, twin2")  # untouched starters have no content to be identical
    assert '<a href="far.html">' in facts


def test_a_large_class_is_drawn_as_a_spread_of_curves(report, check, history, tally):
    few, many = (
        [report(f"s{i}", checks=(check("x"),), curves=history()) for i in range(n)]
        for n in (20, 450)
    )
    sizes = [
        len(class_page(tally(r), {(x.student, x.assignment): "x" for x in r}, "en"))
        for r in (few, many)
    ]
    assert sizes[1] - sizes[0] < 450 * 1500  # bytes: rows grow, pictures do not
