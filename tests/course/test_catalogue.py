"""The catalogue: what it holds, what it finds, and how it speaks about mistakes in it."""

from pathlib import Path

import pytest

from autograder.course import catalogue
from autograder.course.toml import BadToml

GOOD = """\
title = {en = "Build", ja = "作る"}
summary = {en = "Build it.", ja = "作ります。"}
minutes = 30
tensorflow = true
seconds = 60
[[tasks]]
id = "first"
points = 4
title = {en = "One", ja = "一"}
hints = [{en = "a", ja = "あ"}, {en = "b", ja = "い"}]
[[tasks]]
id = "second"
points = 6
title = {en = "Two", ja = "二"}
hints = [{en = "a", ja = "あ"}, {en = "b", ja = "い"}]
[[reflections]]
id = "reflection_curve"
points = 2
title = {en = "Your curve", ja = "曲線"}
"""


def read(tmp_path: Path, text: str, name: str = "07_build.toml") -> catalogue.Assignment:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return catalogue.read(path)


def test_an_assignment_is_read_with_its_tasks_in_order(tmp_path):
    found = read(tmp_path, GOOD)
    assert (found.name, found.number, found.module) == ("07_build", "07", "build")
    assert [(t.number, t.id, t.points) for t in found.tasks] == [(1, "first", 4), (2, "second", 6)]
    assert found.tasks[0].hints[1]["ja"] == "い"
    assert [r.id for r in found.reflections] == ["reflection_curve"]
    assert found.task("second") is found.tasks[1]
    assert found.task("third") is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes = 30\n", "", "07_build.toml: minutes: is missing"),
        ("minutes = 30", 'minutes = "half an hour"', "07_build.toml: minutes: is to be a number"),
        ("minutes = 30", "minutes = true", "minutes: is to be a number, not True"),
        ("seconds = 60", "seconds = -1", "seconds: is to be above 0"),
        ("tensorflow = true", "tensorflow = 1", "tensorflow: is to be true or false, not 1"),
        (', ja = "作る"', "", "07_build.toml: title.ja: is missing"),
        ('"作ります。"', '" "', "summary.ja: is empty"),
        ("minutes", "minuets", "minutes"),
        ("points = 4", "points = 5", "tasks: the points add up to 11, not 10"),
        ('"second"', '"first"', "the id 'first' is there twice"),
        ('"reflection_curve"', '"first"', "the id 'first' is there twice"),
        ('id = "second"', 'id = "Second!"', "tasks[1].id: lower-case letters"),
        (', {en = "b", ja = "い"}]', "]", "tasks[0].hints: two or three hints, not 1"),
        ('title = {en = "One", ja = "一"}', 'title = "One"', "tasks[0].title: is to be {en"),
        ("[[reflections]]", "[reflections]", "reflections: is to be a list of tables"),
        ("minutes = 30", "minutes = = 30", "07_build.toml: "),
        ("seconds = 60", "seconds = 60\nextra = 1", "extra: there is no such key"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(tmp_path, old, new, said):
    with pytest.raises(BadToml) as caught:
        read(tmp_path, GOOD.replace(old, new, 1))
    assert said in caught.value.text.en
    assert "07_build.toml" in caught.value.text.ja


def test_a_file_by_another_name_is_refused(tmp_path):
    with pytest.raises(BadToml, match=r"7build\.toml: the file's name is to look like"):
        read(tmp_path, GOOD, "7build.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "07_build.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadToml, match=r"07_build\.toml"):
        catalogue.read(path)


@pytest.mark.parametrize("name", ["07", "7", "07_build", "assignments/07_build/"])
def test_an_assignment_is_found_by_number_name_or_path(name):
    assert catalogue.find(name).name == "07_build"


@pytest.mark.parametrize("name", ["99", "build_07", "", "07_buil"])
def test_an_unknown_assignment_lists_those_there_are(name):
    with pytest.raises(catalogue.UnknownAssignment) as caught:
        catalogue.find(name)
    assert f"There is no assignment {name!r}" in caught.value.text.en
    for text in (caught.value.text.en, caught.value.text.ja):
        assert "07_build" in text


def test_every_assignment_of_the_course_is_described_well():
    found = catalogue.assignments()
    assert list(found) == sorted(found)
    assert all(15 <= a.minutes <= 45 for a in found.values())


def test_what_is_returned_can_be_changed_without_changing_the_catalogue():
    catalogue.assignments().clear()
    assert catalogue.assignments()
