"""MNIST: the shipped bytes, and TFDS's own line without a network."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from autograder.course import idx, mnist

DECKS_LINE = (
    "tfds.load('mnist', with_info=True, shuffle_files=True, as_supervised=True, batch_size=-1)"
)
NO_NETWORK = """
import socket
def refuse(*args): raise AssertionError(f"no network here: {args[1:]}")
socket.socket.connect = socket.getaddrinfo = refuse
"""


@pytest.fixture
def nothing_prepared(tmp_path, monkeypatch):
    """A user without any MNIST; their cache folder for TFDS."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("TFDS_DATA_DIR", raising=False)
    return tmp_path / "cache" / "neural-kata" / "tfds"


@pytest.fixture
def builds(monkeypatch):
    """Stands for TFDS, which takes half a minute; the folders that it was asked to write in."""
    asked = []

    def build(folder):
        asked.append(folder)
        pretend(folder)

    monkeypatch.setattr(mnist, "_build", build)
    return asked


def pretend(folder: Path, train: int = 60_000) -> Path:
    """Writes what TFDS leaves, the images apart."""
    made = folder / "mnist" / "3.0.1"
    made.mkdir(parents=True)
    splits = [
        {"name": "train", "shardLengths": [str(train)]},
        {"name": "test", "shardLengths": ["10000"]},
    ]
    about = {"fileFormat": "tfrecord", "splits": splits}
    (made / "dataset_info.json").write_text(json.dumps(about))
    for split in ("train", "test"):
        (made / f"mnist-{split}.tfrecord-00000-of-00001").touch()
    return made


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A copy of the shipped files that a test may spoil."""
    folder = tmp_path / "shipped"
    shutil.copytree(idx.FOLDER, folder)
    monkeypatch.setattr(idx, "FOLDER", folder)
    mnist.arrays.cache_clear()
    yield folder
    mnist.arrays.cache_clear()


def test_the_arrays_are_mnist():
    x_train, y_train, x_test, y_test = mnist.arrays()
    assert (x_train.shape, x_train.dtype) == ((60_000, 28, 28, 1), np.uint8)
    assert (x_test.shape, x_test.dtype) == ((10_000, 28, 28, 1), np.uint8)
    assert (x_train.min(), x_train.max()) == (0, 255)
    assert y_train[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert np.bincount(y_test).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


def test_nobody_can_change_the_images_for_others():
    for array in mnist.arrays():
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
    assert mnist.arrays() is mnist.arrays()


def test_the_arrays_need_no_tensorflow():
    code = "import sys; from autograder.course import mnist; mnist.arrays(); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "numpy" in ran.stdout.split()
    assert "tensorflow" not in ran.stdout.split()


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-100])


def change_a_pixel(path):
    data = bytearray(gzip.decompress(path.read_bytes()))
    data[-1] ^= 1
    path.write_bytes(gzip.compress(bytes(data), 1))


def make_longer(path):
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()) + b"\0", 1))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (cut_short, "is cut short"),
        (change_a_pixel, "does not hold the bytes that were shipped"),
        (make_longer, "does not hold the bytes that were shipped"),
        (lambda path: path.write_bytes(b"<html>"), "can't be read (Not a gzipped file"),
        (lambda path: path.write_bytes(b""), "does not hold the bytes"),
        (Path.unlink, "is missing"),
    ],
)
def test_a_spoilt_file_is_named_and_nothing_is_prepared(
    shipped, nothing_prepared, builds, spoil, said
):
    spoilt = shipped / "t10k-images-idx3-ubyte.gz"
    spoil(spoilt)
    for use in (mnist.arrays, mnist.prepare):
        with pytest.raises(idx.AlteredData) as caught:
            use()
        assert f"{spoilt} {said}" in caught.value.text.en
        assert str(spoilt) in caught.value.text.ja
    assert builds == []
    assert not nothing_prepared.exists()


def test_recompressed_files_are_as_good(shipped):
    labels = shipped / "train-labels-idx1-ubyte.gz"
    labels.write_bytes(gzip.compress(gzip.decompress(labels.read_bytes()), 1))
    assert mnist.arrays()[1][0] == 5


def test_it_is_prepared_once_and_leaves_nothing_else(nothing_prepared, builds):
    assert mnist.prepare() == nothing_prepared == mnist.tfds_dir()
    assert mnist.prepare() == nothing_prepared
    assert len(builds) == 1
    assert sorted(p.name for p in nothing_prepared.iterdir()) == [".lock", "mnist"]
    assert (nothing_prepared / "mnist" / "3.0.1" / "dataset_info.json").is_file()


def test_it_is_prepared_elsewhere_on_request(tmp_path, nothing_prepared, builds):
    assert mnist.prepare(tmp_path / "elsewhere") == tmp_path / "elsewhere"
    assert (tmp_path / "elsewhere" / "mnist" / "3.0.1").is_dir()
    assert not nothing_prepared.exists()


def test_many_who_ask_at_once_get_it_prepared_once(nothing_prepared, builds):
    together = threading.Barrier(4)

    def ask():
        together.wait()
        mnist.prepare()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(builds) == 1


@pytest.mark.parametrize("where", ["home", "environment"])
def test_the_users_own_copy_is_taken(tmp_path, monkeypatch, nothing_prepared, builds, where):
    folder = tmp_path / "home" / "tensorflow_datasets"
    if where == "environment":
        folder = tmp_path / "data"
        monkeypatch.setenv("TFDS_DATA_DIR", str(folder))
    pretend(folder)
    assert mnist.prepare() == mnist.tfds_dir() == folder
    assert builds == []


def test_half_a_copy_is_no_copy(tmp_path, monkeypatch, nothing_prepared, builds):
    folder = tmp_path / "data"
    monkeypatch.setenv("TFDS_DATA_DIR", str(folder))
    (pretend(folder) / "mnist-train.tfrecord-00000-of-00001").unlink()
    pretend(tmp_path / "home" / "tensorflow_datasets", train=50)
    assert mnist.prepare() == nothing_prepared


def test_what_is_not_whole_is_replaced(nothing_prepared, builds):
    pretend(nothing_prepared, train=50)
    (nothing_prepared / ".unfinished-of-a-killed-process" / "mnist").mkdir(parents=True)
    mnist.prepare()
    assert mnist.tfds_dir() == nothing_prepared
    assert sorted(p.name for p in nothing_prepared.iterdir()) == [".lock", "mnist"]
    assert [p.name for p in (nothing_prepared / "mnist").iterdir()] == ["3.0.1"]


@pytest.mark.parametrize("fault", ["it fails", "it writes half"])
def test_a_failure_leaves_nothing_half_prepared(monkeypatch, nothing_prepared, fault):
    def build(folder):
        pretend(folder, train=50)
        if fault == "it fails":
            raise mnist.NotPrepared(folder, "no space left")

    monkeypatch.setattr(mnist, "_build", build)
    with pytest.raises(mnist.NotPrepared, match="could not be prepared in"):
        mnist.prepare()
    assert [p.name for p in nothing_prepared.iterdir()] == [".lock"]


def test_a_builder_that_ends_with_an_error_says_its_last_line(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(mnist.NotPrepared) as caught:
        mnist._build(tmp_path / "aside")
    assert caught.value.text.en == f"MNIST could not be prepared in {tmp_path}: exit status 1"


def test_a_cache_that_cannot_be_written_is_named(tmp_path, monkeypatch, nothing_prepared, capsys):
    (tmp_path / "a_file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a_file"))
    monkeypatch.setenv("KATA_LANG", "ja")
    assert mnist.main() == 2
    said = capsys.readouterr().err
    assert "MNIST を準備できませんでした" in said
    assert "Not a directory" in said


def test_the_command_says_where_it_is(nothing_prepared, builds, monkeypatch, capsys):
    monkeypatch.setenv("KATA_LANG", "en")
    assert mnist.main() == 0
    assert capsys.readouterr().out == f"MNIST is ready in {nothing_prepared}\n"


def run_offline(code: str, tfds_dir: Path) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", NO_NETWORK + code],
        env={**os.environ, "TFDS_DATA_DIR": str(tfds_dir), "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_decks_line_finds_what_was_built(tmp_path):
    out = run_offline(
        f"""
from pathlib import Path
import numpy as np
from autograder.course import mnist, tfds_builder
x_train, y_train, x_test, y_test = mnist.arrays()
some = (x_train[:50], y_train[:50]), (x_test[:20], y_test[:20])
tfds_builder.build(Path({str(tmp_path)!r}), *some)
import tensorflow_datasets as tfds
data, info = {DECKS_LINE}
images, labels = data["train"]
print(images.shape, images.dtype.name, labels.dtype.name, info.splits["test"].num_examples)
key = lambda images, labels: sorted((i.tobytes(), int(l)) for i, l in zip(images, labels))
print(key(images.numpy(), labels.numpy()) == key(*some[0]))
""",
        tmp_path,
    )
    assert out.splitlines()[-2:] == ["(50, 28, 28, 1) uint8 int64 20", "True"]


@pytest.mark.slow
def test_the_decks_line_gives_the_whole_of_mnist(nothing_prepared):
    mnist.prepare()
    out = run_offline(
        f"""
import numpy as np, tensorflow_datasets as tfds
from autograder.course import mnist
data, info = {DECKS_LINE}
key = lambda images, labels: sorted((i.tobytes(), int(l)) for i, l in zip(images, labels))
x_train, y_train, x_test, y_test = mnist.arrays()
for split, ours in (("train", (x_train, y_train)), ("test", (x_test, y_test))):
    images, labels = data[split]
    print(images.shape, key(images.numpy(), labels.numpy()) == key(*ours))
""",
        nothing_prepared,
    )
    assert out.splitlines() == ["(60000, 28, 28, 1) True", "(10000, 28, 28, 1) True"]
