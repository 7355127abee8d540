"""Where the kit looks for things."""

import pytest

from autograder.course import catalogue, places


@pytest.fixture
def kit(tmp_path):
    (tmp_path / "kit" / "assignments" / "07_build").mkdir(parents=True)
    return tmp_path / "kit"


def test_the_kit_is_found_from_a_folder_inside_it(kit):
    assert places.root(kit / "assignments" / "07_build") == kit


def test_the_working_directory_counts(kit, monkeypatch):
    monkeypatch.chdir(kit / "assignments")
    assert places.root() == kit


def test_elsewhere_the_kit_around_the_package_is_taken(tmp_path):
    assert places.root(tmp_path) == places.PACKAGE.parent


def test_a_folder_that_only_has_the_name_is_no_kit(tmp_path, monkeypatch):
    (tmp_path / "assignments" / "history_essay").mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE", tmp_path / "site-packages" / "autograder")
    assert places.checkout() is None
    with pytest.raises(places.NoKit) as caught:
        places.root(tmp_path)
    assert str(tmp_path) in caught.value.text.en
    assert str(tmp_path) in caught.value.text.ja


def test_solutions_are_found_from_a_folder_inside_the_clone(kit):
    (kit / "solutions" / "07_build").mkdir(parents=True)
    assert places.clone(kit / "assignments") == kit


def test_a_learners_folder_is_no_clone_and_it_is_said_what_is_missing(kit, monkeypatch):
    monkeypatch.setattr(places, "PACKAGE", kit / "site-packages" / "autograder")
    with pytest.raises(places.NoClone) as caught:
        places.clone(kit)
    assert "needs a clone of the kit, with solutions/ and tests/" in caught.value.text.en
    assert "キットのクローンが必要です" in caught.value.text.ja


def test_checks_never_come_from_the_working_directory(kit, monkeypatch):
    forged = kit / "solutions" / "07_build" / "test_build.py"
    forged.parent.mkdir(parents=True)
    forged.write_text("def test_all_well(): pass")
    monkeypatch.chdir(kit)
    assert not places.public_checks(catalogue.find("07")).is_relative_to(kit)


def test_a_package_without_a_checkout_brings_its_own_checks(kit, monkeypatch):
    monkeypatch.setattr(places, "PACKAGE", kit / "site-packages" / "autograder")
    monkeypatch.chdir(kit)
    (kit / "assignments" / "07_build" / "test_build.py").touch()
    found = places.public_checks(catalogue.find("07"))
    assert found.is_relative_to(places.STARTERS)
    assert "def test_" in found.read_text()
    assert places.hidden_checks(catalogue.find("07")) is None


def test_japanese_assignments_lie_in_a_folder_of_their_own(kit):
    build = catalogue.find("07")
    assert places.assignment_folder(kit, build, "ja") == kit / "assignments" / "ja" / "07_build"
    assert places.assignment_folder(kit, build) == kit / "assignments" / "07_build"


def test_the_cache_is_where_the_user_keeps_caches(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert places.cache() == tmp_path / "neural-kata"


@pytest.mark.parametrize("unset", ["", "relative/folder"])
def test_the_cache_is_in_the_home_folder_otherwise(monkeypatch, tmp_path, unset):
    monkeypatch.setenv("XDG_CACHE_HOME", unset)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.cache() == tmp_path / ".cache" / "neural-kata"
