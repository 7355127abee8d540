"""`kata reset`, `kata diff`, `kata submit`: nothing a learner wrote gets lost."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest


@pytest.fixture
def folder(home: Path) -> Path:
    return home / "assignments" / "02_neuron"


def test_reset_puts_the_module_back_and_keeps_the_work(kata, home, folder, solved):
    before = (folder / "neuron.py").read_bytes()
    (folder / "neuron.py").write_text(solved())
    done = kata("reset", "02", cwd=home)
    assert done.returncode == 0
    assert (folder / "neuron.py").read_bytes() == before
    (backup,) = (home / ".kata" / "backup").glob("02_neuron-*/neuron.py")
    assert backup.read_text() == solved()
    assert backup.relative_to(home).as_posix() in done.stdout
    again = kata("reset", "02", cwd=home)
    assert "nothing to reset" in again.stdout


def test_reset_of_a_notebook_keeps_text_and_pictures_and_brings_deleted_cells_back(
    kata, home, folder
):
    path = folder / "neuron.ipynb"
    original = json.loads(path.read_text())
    worked = json.loads(path.read_text())
    code = [c for c in worked["cells"] if c["cell_type"] == "code"]
    code[1]["source"] = "my_own = 1"
    code[1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    worked["cells"].remove(code[2])
    worked["cells"].append({**code[1], "id": "added", "source": "more = 2"})
    path.write_text(json.dumps(worked))
    assert kata("reset", "02", cwd=home).returncode == 0
    now = json.loads(path.read_text())
    assert [c["id"] for c in now["cells"]] == [c["id"] for c in original["cells"]]
    assert ["".join(c["source"]) for c in now["cells"]] == [
        "".join(c["source"]) for c in original["cells"]
    ]
    assert [c.get("attachments") for c in now["cells"]] == [
        c.get("attachments") for c in original["cells"]
    ]


def test_reset_of_a_file_that_is_no_notebook_any_more(kata, home, folder):
    (folder / "neuron.ipynb").write_text("{ half a notebook")
    done = kata("reset", "02", cwd=home)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((folder / "neuron.ipynb").read_text())["cells"]
    (backup,) = (home / ".kata" / "backup").glob("02_neuron-*/neuron.ipynb")
    assert backup.read_text() == "{ half a notebook"


def test_diff_shows_what_was_changed_and_nothing_else(kata, home, folder):
    assert kata("diff", "02", cwd=home).stdout == ""
    text = (folder / "neuron.py").read_text()
    (folder / "neuron.py").write_text(
        text.replace('raise NotImplementedError("TODO 2")', "return abs(z)")
    )
    changed = [
        line for line in kata("diff", "02", cwd=home).stdout.splitlines() if line[:1] in "+-"
    ]
    assert changed[2:] == ['-    raise NotImplementedError("TODO 2")', "+    return abs(z)"]


def test_submit_makes_a_zip_of_what_counts(kata, home, folder, solved):
    (folder / "neuron.py").write_text(solved())
    (folder / "notes.csv").write_text("1,2\n")
    done = kata("submit", "02", cwd=home)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(home / "02_neuron.zip") as made:
        assert made.namelist() == ["neuron.py", "notes.csv"]
        assert made.read("neuron.py").decode() == solved()
    assert "Hand in this file" in done.stdout
    assert "It was not checked yet. To check it: kata check 02" in done.stdout
    assert kata("check", "02", home / "02_neuron.zip", cwd=home).returncode == 0


def test_an_untouched_starter_is_not_handed_in(kata, home):
    done = kata("submit", "02", cwd=home)
    assert done.returncode == 2
    assert "still as it was handed out" in done.stderr
    assert not (home / "02_neuron.zip").exists()


def test_notebook_and_module_that_differ_are_a_question(kata, home, folder, solved):
    (folder / "neuron.py").write_text(solved())
    (folder / "neuron.ipynb").write_text(solved("notebook").replace("np.maximum", "np.minimum"))
    done = kata("submit", "02", "--lang", "ja", cwd=home)
    assert done.returncode == 2
    assert "両方に書き込みがあり、内容が違います" in done.stderr


def test_a_missing_folder_is_named(kata, home):
    done = kata("submit", "07", cwd=home)
    assert done.returncode == 2
    assert "07_build is missing" in done.stderr
