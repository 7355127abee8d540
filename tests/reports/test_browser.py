"""The pages in a browser: script, keyboard, print, and WCAG AA in each language and scheme."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from autograder.reports.index import index
from autograder.reports.messages import Case, messages_page
from autograder.text import Text

spec = importlib.util.spec_from_file_location("browser", Path(__file__).parents[1] / "browser.py")
assert spec is not None
assert spec.loader is not None
web = importlib.util.module_from_spec(spec)
spec.loader.exec_module(web)

pytestmark = [pytest.mark.slow, web.needs_chromium]
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in ("wide", "narrow")]
ATTACK = '"><img src=x onerror=alert(1)><script>alert(2)<\\script><svg onload=alert(3)>`<b>`'


@pytest.fixture(scope="module")
def browser():
    with web.chromium() as running:
        yield running


@pytest.fixture
def open_class(browser, report, check, history, tmp_path, write_site):
    """Writes the report of 250 students, two of them with the same code, and opens it."""

    def make(lang="en", page="index.html", **options):
        evil = Text(en=ATTACK, ja=ATTACK)
        reports = [
            report(
                f"student{i:03}",
                curves=history(best=5 + i % 9),
                content="same" if i in (7, 8) else str(i),
                reflections={"reflection_curve": "It rises."},
            )
            for i in range(3)
        ]
        reports += [
            report(f"student{i:03}", "07_build", seconds=float(i), checks=(check("x"),))
            for i in range(3, 249)
        ]
        reports.append(report(ATTACK, "07_build", checks=(check("x", "failed", message=evil),)))
        write_site(reports, tmp_path, lang)
        return web.open_page(browser, (tmp_path / page).as_uri(), **options)

    return make


@pytest.mark.parametrize("page", ["index.html", "student001/08_overfitting.html"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_pages_keep_wcag_aa_in_both_schemes_and_widths(open_class, lang, page):
    for scheme, size in LOOKS:
        opened = open_class(lang, page, scheme=scheme, size=size)
        assert web.violations(opened) == []
        assert web.overflow(opened) <= 0
        assert opened.said == []


def test_the_page_of_all_messages_keeps_wcag_aa_in_both_schemes_and_widths(
    browser, report, tmp_path
):
    note = Text(en="No neuron.py in it.", ja="neuron.py がありません。")
    long = "x = [" + "1, " * 200 + "]\n"
    cases = [
        Case(label=label, description="About it.", code=long, report=report(notes=(note,)))
        for label in ("one_wrong_answer_with_a_long_name.py", "two.py")
    ]
    path = tmp_path / "messages.html"
    path.write_text(messages_page(cases), encoding="utf-8")
    for scheme, size in LOOKS:
        opened = web.open_page(browser, path.as_uri(), scheme=scheme, size=size)
        opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert web.violations(opened) == []
        assert web.overflow(opened) <= 0
        assert opened.said == []


def test_nothing_of_a_submission_runs_and_the_reports_own_script_does(open_class):
    page = open_class()
    assert page.locator("#table thead button").count() == 6
    assert page.locator("script").count() == 1
    assert page.locator("svg").count() == 0
    assert page.said == []


def test_rows_are_paged_filtered_and_sorted(open_class):
    page = open_class()
    rows, shown = page.locator("#table tbody tr"), page.locator("#shown")
    assert shown.inner_text() == "1 to 100 of 250 rows (250 in all)"
    assert rows.count() == 100
    page.get_by_role("button", name="Later rows").click()
    page.get_by_role("button", name="Later rows").click()
    assert shown.inner_text() == "201 to 250 of 250 rows (250 in all)"
    assert page.get_by_role("button", name="Later rows").is_disabled()
    page.get_by_label("Show only rows with").fill("STUDENT24 build")
    assert shown.inner_text() == "1 to 9 of 9 rows (250 in all)"
    assert page.get_by_role("button", name="Later rows").is_hidden()
    page.get_by_label("Show only rows with").fill("")
    page.get_by_label("Outcome").select_option("not yet")
    assert rows.count() == 1
    page.get_by_label("Outcome").select_option("all")
    page.get_by_label("Assignment").select_option("08_overfitting")
    assert rows.count() == 3
    page.get_by_label("Assignment").select_option("all")
    page.get_by_role("button", name="Seconds").click()
    page.get_by_role("button", name="Seconds").click()
    assert "student248" in rows.first.inner_text()
    assert page.locator("#table th[aria-sort]").inner_text().startswith("Seconds")


def test_a_class_of_ten_thousand_is_one_page_of_rows_in_the_browser(
    browser, report, check, tally, tmp_path
):
    """All are there to be found, but laid out they would take the browser seconds."""
    evil = Text(en=f"{ATTACK} & <b>", ja=ATTACK)
    passed, failed = (check("x"),), (check("x", "failed", message=evil),)
    students = ((f"student{i:05}", passed if i % 2 else failed) for i in range(10_000))
    kept = tally(report(name, "07_build", checks=checks) for name, checks in students)
    path = tmp_path / "index.html"
    path.write_text("".join(index(kept, lambda who, what: f"{who}/{what}.html", "en")))
    page = web.open_page(browser, path.as_uri())
    assert page.evaluate("document.querySelectorAll('*').length") < 5_000
    rows, shown = page.locator("#table tbody tr"), page.locator("#shown")
    assert shown.inner_text() == "1 to 100 of 10000 rows (10000 in all)"
    page.get_by_role("button", name="Later rows").click()
    assert shown.inner_text() == "101 to 200 of 10000 rows (10000 in all)"
    page.get_by_label("Show only rows with").fill('student0987 "><img & <b>')
    assert shown.inner_text() == "1 to 5 of 5 rows (10000 in all)"
    assert rows.first.locator("a").get_attribute("href") == "student09870/07_build.html"
    assert page.locator("#table img, #table svg, #table b").count() == 0
    assert page.said == []
    page.get_by_label("Show only rows with").fill("")
    page.get_by_role("button", name="Student").click()
    assert "student09999" in rows.first.inner_text()


def test_a_report_is_used_by_keyboard_alone(open_class):
    page = open_class()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the results"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "filter"
    page.keyboard.type("student24")
    page.keyboard.press("Enter")  # a form that is sent would load the page anew
    assert page.locator("#table tbody tr").count() == 9
    page.get_by_role("button", name="Student").focus()
    page.keyboard.press("Space")
    assert "student248" in page.locator("#table tbody tr").first.inner_text()
    page.locator("#table tbody a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/student248/07_build.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html")


def test_paper_gets_every_row_and_no_controls(open_class):
    page = open_class()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#table tbody tr").count() == 250
    assert page.locator("form.filter").is_hidden()
    assert page.locator("p.pager").is_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#table tbody tr").count() == 100


def test_all_rows_are_there_without_script(browser, open_class):
    url = open_class().url
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(url)
    assert page.locator("tbody th a").count() == 250
    assert page.locator("form.filter").is_hidden()
