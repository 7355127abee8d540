"""Names of students, which may be anything a folder can be called."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.reports.names import folder_name, folder_names, one_line
from autograder.visible import is_hidden, visible

ANY_NAME = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=80)


def test_what_python_calls_printable_hides_nothing():
    """`visible` leaves such a text alone at once."""
    every = map(chr, range(sys.maxunicode + 1))
    assert not [char for char in every if char.isprintable() and is_hidden(char)]


@pytest.mark.parametrize("name", ["hanako", "山田 花子", "O'Neil-Smith_2", "a.b@example.com", "1"])
def test_ordinary_names_keep_their_folder(name):
    assert folder_name(name) == name


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("..", "%2E%2E"),
        (".hidden", "%2Ehidden"),
        ("a\nb", "a%0Ab"),
        ("<b>", "%3Cb%3E"),
        ("50%", "50%25"),
        ("\u202egnp", "%E2%80%AEgnp"),
        ("not\udcffutf8", "not%FFutf8"),
        ("end.", "end%2E"),
        ("end ", "end%20"),
        ("CON", "%43ON"),
        ("index.html", "index%2Ehtml"),
        ("grades.JSON", "grades%2EJSON"),
        ("a/../b", "a%2F..%2Fb"),
        ("", "%"),
    ],
)
def test_unsafe_names_are_percent_encoded(name, folder):
    assert folder_name(name) == folder


def test_a_very_long_name_is_cut_and_stays_different_from_its_neighbour():
    first, second = folder_name("名" * 300 + "a"), folder_name("名" * 300 + "b")
    assert first != second
    assert len(first.encode()) < 140
    assert first.startswith("名名名")


def test_twins_in_another_case_or_form_get_folders_that_differ_in_any_case():
    nfd = unicodedata.normalize("NFD", "パン")
    names = ["Taro", "taro", "TARO", "パン", nfd, "straße", "STRASSE"]
    folders = folder_names(names)
    assert set(folders) == set(names)
    folded = {unicodedata.normalize("NFC", f).casefold() for f in folders.values()}
    assert len(folded) == len(names)
    assert folders["TARO"] == "TARO"
    assert folders["taro"].startswith("taro~")


@given(st.lists(ANY_NAME, max_size=6))
def test_folders_are_always_safe_and_unique(names):
    folders = folder_names(names)
    assert len({f.casefold() for f in folders.values()}) == len(set(names))
    for folder in folders.values():
        assert folder not in ("", ".", "..")
        assert not set(folder) & set('/\\:*?"<>|\0\n\r\t')
        assert len(folder.encode()) <= 150


def test_hidden_characters_become_visible_and_others_stay():
    assert visible("a\x1b[31m\u202eb\n") == "a\\x1b[31m\\u202eb\\n"
    assert visible("two\nlines", keep="\n") == "two\nlines"
    assert visible("山田 👩\u200d🏫 é") == "山田 👩\u200d🏫 é"
    assert visible("\udcff") == "\\xff"
    assert one_line(" a\n\n b\tc ") == "a b c"
