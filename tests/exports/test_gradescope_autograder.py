"""The autograder zip, run in a folder laid out as Gradescope's containers are."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from autograder.commands import gradescope_zip
from autograder.course import catalogue

LIKE_DOCKER = Path(__file__).with_name("like_docker.py")
METADATA = {
    "id": 1,
    "users": [{"name": "山田 花子", "email": "hanako@example.com"}],
    "assignment": {"total_points": "20.0"},
}
NOT_GRADED = 3


@pytest.fixture(scope="module")
def zips(tmp_path_factory):
    """The zip of chapter 2 as it is made by default, and one that lets a user of its own stand in."""
    folder = tmp_path_factory.mktemp("zips")
    for name, more in (("default", ["--lang", "en"]), ("own_user", ["--own-user", "--lang", "ja"])):
        kata = Path(sys.executable).with_name("kata")
        words = ["export", "gradescope-autograder", "02", "--out", folder / f"{name}.zip", *more]
        done = subprocess.run([kata, *words], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def container(zips, solution):
    """A folder like /autograder after the build. It is open, as Gradescope's is."""

    class Container:
        root = Path(tempfile.mkdtemp(prefix="autograder-"))

        def build(self, name: str = "default", python: str | None = None) -> None:
            self.root.chmod(0o755)
            with zipfile.ZipFile(zips / f"{name}.zip") as archive:
                for entry in archive.infolist():
                    path = Path(archive.extract(entry, self.root / "source"))
                    path.chmod(entry.external_attr >> 16)
            shutil.copy(self.root / "source" / "run_autograder", self.root)
            (self.root / "kata/bin").mkdir(parents=True)
            program = self.root / "kata/bin/python"
            program.write_text(f'#!/bin/sh\nexec {python or sys.executable} "$@"\n')
            program.chmod(0o755)
            (self.root / "submission").mkdir()
            (self.root / "submission/neuron.py").write_text(solution)
            metadata = json.dumps(METADATA)
            (self.root / "submission_metadata.json").write_text(metadata)

        def run(self, *, like_docker: bool = False, **environment: str):
            """Status, what the instructor sees, what students get."""
            before = [sys.executable, str(LIKE_DOCKER)] if like_docker else []
            done = subprocess.run(
                [*before, "./run_autograder"],
                cwd=self.root,
                env={**os.environ, "KATA_AUTOGRADER": str(self.root), **environment},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            results = json.loads((self.root / "results/results.json").read_text(encoding="utf-8"))
            return done.returncode, done.stdout, results

    made = Container()
    yield made
    shutil.rmtree(made.root)


def numbers(results):
    return [results.get("score"), *(test.get("score") for test in results.get("tests", []))]


def test_the_zip_holds_what_one_assignment_needs_and_nothing_more(zips):
    with zipfile.ZipFile(zips / "default.zip") as archive:
        names = archive.namelist()
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
    for script in ("setup.sh", "run_autograder"):  # at the root of the archive
        assert stat.S_IMODE(modes[script]) == 0o755
    others = [a.name for a in catalogue.assignments().values() if a.number != "02"]
    assert not [n for n in names if any(other in n for other in others)]
    hidden = [n for n in names if "/graders/test_" in n]
    assert hidden == ["kit/autograder/graders/test_02_neuron.py"]
    assert not [n for n in names if "solution" in n or "mnist-" in n or "/data/" in n]


def test_the_scripts_are_bash(zips, tmp_path):
    with zipfile.ZipFile(zips / "default.zip") as archive:
        for name in ("setup.sh", "run_autograder"):
            done = subprocess.run(
                ["bash", "-n", archive.extract(name, tmp_path)], capture_output=True, text=True
            )
            assert (done.returncode, done.stderr) == (0, "")


def test_the_same_kit_makes_the_same_zip(tmp_path):
    for name in ("one.zip", "two.zip"):
        (line,) = gradescope_zip.write("2", tmp_path / name, "en", own_user=False)
        assert "set the points to 10. It holds the hidden checks: keep it to yourself." in line.en
        assert "非公開の確認項目が入っている" in line.ja
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.needs_sandbox
def test_a_right_answer_gets_its_points(container, valid):
    container.build()
    status, told, results = container.run()
    assert status == 0, told
    valid("gradescope", results)
    assert results["score"] == sum(test["score"] for test in results["tests"]) == 10
    assert {test["status"] for test in results["tests"]} == {"passed"}
    assert told.splitlines() == [
        "山田 花子, 02_neuron: 10 of 10 points",
        "Gradescope has 20.0 points for it, and this kit 10: set those there.",
    ]


@pytest.mark.needs_sandbox
def test_a_wrong_answer_in_a_repository_gets_a_reason(container, valid, solution):
    container.build("own_user")
    (container.root / "submission/neuron.py").unlink()
    work = container.root / "submission/assignments/ja/02_neuron"
    work.mkdir(parents=True)
    (work / "neuron.py").write_text(solution + "\n\ndef relu(z):\n    return z\n")
    (container.root / "submission_metadata.json").write_text("[broken")
    status, told, results = container.run()
    assert status == 0, told
    valid("gradescope", results)
    assert 0 < results["score"] < 10
    failed = [test for test in results["tests"] if test["status"] == "failed"]
    assert failed[0]["name"].startswith("ReLU は")
    assert "[-2.0, 0.0, 3.0] が返りました" in failed[0]["output"]
    assert failed[1]["output"].startswith("保留:\n")


@pytest.mark.needs_sandbox
def test_a_check_that_cannot_be_carried_out_leaves_no_number(container, valid, solution):
    container.build()
    ends = "\n\ndef relu(z):\n    import os\n    os._exit(9)\n"
    (container.root / "submission/neuron.py").write_text(solution + ends)
    status, told, results = container.run()
    assert status == NOT_GRADED, told
    valid("gradescope", results)
    assert set(numbers(results)) == {None}
    assert any(test["status"] == "passed" for test in results["tests"])
    assert "Some checks could not be carried out" in results["output"]
    assert "Some checks could not be carried out" in told


def test_without_namespaces_nothing_is_run_and_nobody_gets_a_zero(container, valid):
    container.build()
    marker = container.root / "submission/ran"
    (container.root / "submission/neuron.py").write_text(f"open({str(marker)!r}, 'w')\n")
    status, told, results = container.run(like_docker=True)
    assert status == NOT_GRADED
    valid("gradescope", results)
    assert numbers(results) == [None]
    assert "tests" not in results
    assert "no zero" in results["output"]
    assert "Not graded, and nothing of the submission was run: no sandbox." in told
    assert "--own-user" in told
    assert not marker.exists()


PROBING = """
import os, pathlib, socket
reached = []
for place in ("source", "source/kit/autograder/graders/test_02_neuron.py", "submission",
              "submission_metadata.json", "results", "results/results.json"):
    place = pathlib.Path({root!r}, place)
    try:
        list(place.iterdir()) if place.is_dir() else place.read_bytes()
    except PermissionError:
        continue
    reached.append(str(place))
try:
    socket.create_connection(("127.0.0.1", 1), 1)
except PermissionError:
    pass
else:
    reached.append("network")
if os.getuid() == 0 or reached:
    raise SystemExit(f"reached {{reached}}")
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_a_user_of_its_own_stands_in_where_that_was_asked_for(container, valid, solution):
    python = open_python(container.root)
    container.build("own_user", python)
    probing = PROBING.format(root=str(container.root))
    (container.root / "submission/neuron.py").write_text(f"{probing}\n{solution}")
    status, told, results = container.run(like_docker=True)
    assert status == 0, told
    valid("gradescope", results)
    assert results["score"] == 10, results
    assert "reached" not in json.dumps(results)
    assert told.startswith("このコンテナでは bubblewrap を使えないので")


def open_python(folder: Path) -> str:
    """A Python with our packages that other users may run; ours may lie in a closed home."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for python in (Path(sys.base_prefix, "bin", version), Path("/usr/bin", version)):
        if python.is_file() and all(f.stat().st_mode & 1 for f in python.resolve().parents):
            break
    else:
        pytest.skip(f"no {version} that other users may run")
    subprocess.run([python, "-m", "venv", "--without-pip", folder / "open"], check=True)
    packages = folder / "open" / "lib" / version / "site-packages"
    shutil.rmtree(packages)
    packages.symlink_to(Path(sys.prefix, "lib", version, "site-packages"))
    return str(folder / "open" / "bin" / "python")


@pytest.mark.parametrize("what", ["kit", "python", "time"])
def test_where_the_kit_fails_no_number_is_left(container, valid, what):
    container.build()
    (container.root / "results").mkdir()
    (container.root / "results/results.json").write_text('{"score": 0}')  # of an earlier run
    environment: dict[str, str] = {}
    if what == "kit":
        (container.root / "source/kit/autograder/graders/test_02_neuron.py").write_text("1 / 0")
    elif what == "python":
        (container.root / "kata/bin/python").unlink()
    else:
        (container.root / "kata/bin/python").write_text("#!/bin/sh\nexec sleep 30\n")
        environment["KATA_SECONDS"] = "0.2"
    status, told, results = container.run(**environment)
    assert status != 0
    valid("gradescope", results)
    assert numbers(results) == [None]
    assert "tests" not in results
    says = {"kit": "ZeroDivisionError", "python": "No such file", "time": "longer than 0.2 seconds"}
    assert says[what] in told


@pytest.mark.slow
def test_setup_makes_the_environment_from_a_package_index(container):
    """Needs an index to install from, and the system's packages."""
    container.build()
    shutil.rmtree(container.root / "kata")
    done = subprocess.run(
        ["bash", "setup.sh"],
        cwd=container.root / "source",
        env={**os.environ, "KATA_AUTOGRADER": str(container.root)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    status, told, results = container.run()
    assert status == 0, told
    assert results["score"] == 10
