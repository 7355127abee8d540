"""What is there already and would come out the same is left alone when a class is graded again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.reports import made_from


def files(out):
    """The identity of each page and each submission's file: another one if it is written again."""
    found = [*out.rglob("*.html"), *out.glob("*/*.json")]
    return {path.relative_to(out).as_posix(): path.stat().st_ino for path in found}


@pytest.fixture
def reports(report, history):
    return [report("aoi", curves=history()), report("ben")]


def test_the_same_reports_leave_every_file_as_it_is(reports, tmp_path, write_site):
    write_site(reports, tmp_path)
    before = files(tmp_path)
    assert write_site(reports[::-1], tmp_path) == tmp_path / "index.html"
    assert len(before) == 5
    assert files(tmp_path) == before


def test_a_report_that_changed_gets_a_new_page_and_the_class_a_new_report(
    reports, tmp_path, write_site
):
    write_site(reports, tmp_path)
    before = files(tmp_path)
    write_site([reports[0], replace(reports[1], checks=reports[1].checks[:1])], tmp_path)
    changed = {name for name, number in files(tmp_path).items() if before[name] != number}
    assert changed == {"ben/08_overfitting.html", "ben/08_overfitting.json", "index.html"}


def test_who_is_gone_is_gone_from_the_class_report(reports, tmp_path, write_site):
    write_site(reports, tmp_path)
    text = write_site(reports[:1], tmp_path).read_text(encoding="utf-8")
    assert "aoi" in text
    assert "ben" not in text


def test_another_language_makes_every_page_again(reports, tmp_path, write_site):
    write_site(reports, tmp_path, "en")
    write_site(reports, tmp_path, "ja")
    for page in tmp_path.rglob("*.html"):
        assert '<html lang="ja">' in page.read_text(encoding="utf-8")


def test_a_page_that_was_lost_or_is_no_page_is_made_again(reports, tmp_path, write_site):
    write_site(reports, tmp_path)
    lost, empty = tmp_path / "aoi" / "08_overfitting.html", tmp_path / "ben" / "08_overfitting.html"
    whole = lost.read_bytes(), empty.read_bytes()
    lost.unlink()
    empty.write_bytes(b"")
    write_site(reports, tmp_path)
    assert (lost.read_bytes(), empty.read_bytes()) == whole


def test_another_kit_makes_every_page_again(reports, tmp_path, write_site, monkeypatch):
    write_site(reports, tmp_path)
    before = files(tmp_path)
    monkeypatch.setattr(made_from, "_kit", lambda: "another")
    write_site(reports, tmp_path)
    pages = {name for name in before if name.endswith(".html")}
    assert {n for n, number in files(tmp_path).items() if before[n] != number} == pages


def test_the_kits_own_code_and_templates_are_what_makes_a_page():
    names = {file.name for file in made_from._below(made_from.files("autograder") / "reports")}
    assert {"page.py", "curves.py", "page.html", "style.css", "index.js"} < names
