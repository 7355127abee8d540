"""`kata start`, `kata progress`, `kata check` without a name: where one stands."""

from __future__ import annotations

from rich.cells import cell_len


def test_start_names_the_files_and_the_commands(kata, home):
    done = kata("start", cwd=home)
    assert done.returncode == 0
    assert done.stdout.startswith("01_concepts  What deep learning is  (about 30 minutes)")
    assert "Open assignments/01_concepts/concepts.ipynb in Jupyter" in done.stdout
    assert "kata watch 01" in done.stdout


def test_start_in_japanese_names_the_japanese_folder(kata, home):
    done = kata("start", "--lang", "ja", cwd=home)
    assert "assignments/ja/01_concepts/concepts.ipynb を開くか" in done.stdout


def test_start_goes_on_to_what_is_not_done(kata, home, solved):
    folder = home / "assignments" / "02_neuron"
    (folder / "neuron.py").write_text(solved())
    assert kata("check", "02", cwd=home).returncode == 0
    assert kata("start", cwd=home).stdout.startswith("01_concepts")
    (home / ".kata" / "progress.json").write_text(
        (home / ".kata" / "progress.json").read_text().replace("02_neuron", "01_concepts")
    )
    assert kata("start", cwd=home).stdout.startswith("02_neuron")


def test_progress_tells_begun_checked_and_untouched_apart(kata, home, solved):
    module = home / "assignments" / "02_neuron" / "neuron.py"
    module.write_text(module.read_text().replace('raise NotImplementedError("TODO 2")', "return z"))
    lines = kata("progress", cwd=home).stdout.splitlines()
    assert lines[0].startswith("01_concepts       not begun")
    assert lines[1].startswith("02_neuron         begun, not checked yet")
    module.write_text(solved())
    kata("check", "02", cwd=home)
    lines = kata("progress", cwd=home).stdout.splitlines()
    assert lines[1].startswith("02_neuron         10 of 10 points, 5 of 5 tasks  [######")
    assert len([line for line in lines if "[" in line]) == 2
    japanese = kata("progress", "--lang", "ja", cwd=home).stdout.splitlines()
    assert "10 点中 10 点、課題 5/5" in japanese[1]
    assert len({cell_len(line) for line in japanese[:2]}) == 1


def test_a_damaged_record_counts_as_not_checked(kata, home):
    (home / ".kata").mkdir()
    (home / ".kata" / "progress.json").write_text('{"02_neuron": [1, 2]}')
    done = kata("progress", cwd=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "02_neuron         not begun" in done.stdout


def test_check_without_a_name_checks_what_was_begun(kata, home, solved):
    nothing = kata("check", cwd=home)
    assert nothing.returncode == 2
    assert "See where to begin: kata start" in nothing.stderr
    (home / "assignments" / "02_neuron" / "neuron.py").write_text(solved())
    done = kata("check", cwd=home)
    assert done.returncode == 0
    assert "02_neuron: 10 of 10 points" in done.stdout
    assert "01_concepts" not in done.stdout


def test_check_of_one_task_shows_that_task_alone_and_is_no_progress(kata, home, solved):
    (home / "assignments" / "02_neuron" / "neuron.py").write_text(solved())
    done = kata("check", "02", "--task", "2", cwd=home)
    assert done.returncode == 0
    assert "2 of 2 points" in done.stdout
    assert "relu" in done.stdout
    assert "weighted_sum" not in done.stdout
    assert not (home / ".kata").exists()
    unknown = kata("check", "02", "--task", "9", cwd=home)
    assert unknown.returncode == 2
    assert "has no task '9'" in unknown.stderr
