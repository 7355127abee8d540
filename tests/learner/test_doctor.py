"""`kata doctor`: each line says what there is, and what doesn't work comes with a remedy."""

from __future__ import annotations

from autograder.learner import doctor
from autograder.text import Text


def test_all_is_well_where_the_tests_run(kata):
    done = kata("doctor")
    assert done.returncode == 0
    assert "ok       tensorflow 2." in done.stdout
    assert "MNIST, in" in done.stdout
    assert "Sandbox for grading others' work" in done.stdout


def test_a_missing_package_is_an_error_with_the_command_that_helps():
    line = doctor._package("no-such-package")
    assert line.state == "wrong"
    assert "no-such-package is not installed" in line.what.en
    assert "-m pip install no-such-package" in line.remedy.ja


def test_without_a_sandbox_one_can_still_learn(monkeypatch, capsys):
    why = Text(en="No bubblewrap.\nInstall it with:\n  sudo apt-get install bubblewrap", ja="ない")
    line = doctor._tried(lambda: why, Text(en="Sandbox", ja="サンドボックス"))
    assert (line.state, line.remedy) == ("limited", why)
    monkeypatch.setattr(doctor, "examine", lambda: iter([line]))
    assert doctor.report("en") is True
    assert (
        "limited  Sandbox\n           No bubblewrap.\n           Install" in capsys.readouterr().out
    )


def test_a_full_disk_is_named(monkeypatch):
    usage = type("Usage", (), {"free": 5_000_000})
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda folder: usage)
    line = doctor._disk()
    assert line.state == "wrong"
    assert "XDG_CACHE_HOME" in line.remedy.en
