"""MNIST, without a network: as arrays, or through TFDS as in the course.

`python -m autograder.course.mnist` prepares it for TFDS.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from autograder.course import idx, places
from autograder.text import Text, default_language
from autograder.trouble import Trouble

VERSION = "3.0.1"
"""Of the dataset, as TFDS counts."""

_EXAMPLES = {"train": 60_000, "test": 10_000}
_UNFINISHED = ".unfinished-"


class NotPrepared(Trouble):
    """TFDS could not write the dataset."""

    def __init__(self, folder: Path, why: str):
        super().__init__(
            Text(
                en=f"MNIST could not be prepared in {folder}: {why}",
                ja=f"{folder} に MNIST を準備できませんでした: {why}",
            )
        )


@functools.cache
def arrays() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """MNIST as `(x_train, y_train, x_test, y_test)`, read from the shipped files by NumPy alone.

    x_train: uint8, shape (60000, 28, 28, 1), pixel values from 0 (black) to 255 (white)
    y_train: int64 as in TFDS, shape (60000,), digits from 0 to 9
    x_test, y_test: the same with 10,000 images. Used as validation data in the course.

    The arrays are read-only and shared within the process: copy before changing them. Raises
    `AlteredData` unless every file holds the bytes that were shipped.
    """
    return (
        idx.TRAIN_IMAGES.read(),
        _labels(idx.TRAIN_LABELS),
        idx.TEST_IMAGES.read(),
        _labels(idx.TEST_LABELS),
    )


def _labels(file: idx.Idx) -> np.ndarray:
    labels = file.read().astype(np.int64)
    labels.setflags(write=False)
    return labels


def tfds_dir() -> Path:
    """The folder to give to TFDS as `data_dir`, or in `TFDS_DATA_DIR`.

    Where the user has MNIST in a TFDS folder of their own, that; else one in the kit's cache, in
    which MNIST is once `prepare` was called.
    """
    own = [os.environ.get("TFDS_DATA_DIR", ""), "~/tensorflow_datasets"]
    folders = [Path(folder).expanduser() for folder in own if folder]
    return next((f for f in folders if _is_prepared(f)), places.cache() / "tfds")


def prepare(data_dir: Path | None = None) -> Path:
    """Prepares MNIST for TFDS unless that is done, and returns the folder as `tfds_dir` does.

    data_dir: another folder to prepare it in.
    It takes half a minute the first time. Then, with the folder in `TFDS_DATA_DIR`, TFDS finds it:
    `tfds.load('mnist', …)` needs no network. What is there is always whole: it is made aside and
    then renamed, once, however many processes ask at the same time.
    Raises `AlteredData` for a shipped file that is not as it was, `NotPrepared` where the folder
    can't be written.
    """
    folder = tfds_dir() if data_dir is None else Path(data_dir)
    if _is_prepared(folder):
        return folder
    for file in idx.FILES:
        file.read()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            if not _is_prepared(folder):
                _prepare(folder)
    except OSError as error:
        raise NotPrepared(folder, error.strerror or str(error)) from error
    return folder


def _prepare(folder: Path) -> None:
    for left in folder.glob(f"{_UNFINISHED}*"):  # by a process that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=folder) as aside:
        _build(Path(aside))
        made = Path(aside) / "mnist" / VERSION
        if not _is_prepared(Path(aside)):
            raise NotPrepared(folder, "TFDS did not write it whole")
        target = folder / "mnist" / VERSION
        target.parent.mkdir(exist_ok=True)
        if target.exists():  # not whole, or it would have been taken
            target.rename(Path(aside) / "not_whole")
        made.rename(target)


def _build(folder: Path) -> None:
    """Has TFDS write the dataset, in a process of its own: TensorFlow is large and talkative."""
    environment = {
        **os.environ,
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TFDS_DISABLE_PROGRESS_BAR": "1",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    command = [sys.executable, "-m", "autograder.course.tfds_builder", str(folder)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        said = ran.stderr.strip().splitlines() or [f"exit status {ran.returncode}"]
        raise NotPrepared(folder.parent, said[-1])


def _is_prepared(folder: Path) -> bool:
    """Whether the whole of MNIST lies in this TFDS folder."""
    made = folder / "mnist" / VERSION
    try:
        about = json.loads((made / "dataset_info.json").read_text(encoding="utf-8"))
        parts = {s["name"]: [int(n) for n in s["shardLengths"]] for s in about["splits"]}
        kind = about["fileFormat"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return all(
        sum(parts.get(split, [])) == examples
        and len(list(made.glob(f"mnist-{split}.{kind}-*"))) == len(parts[split])
        for split, examples in _EXAMPLES.items()
    )


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Waits until no other process prepares in this folder.

    Without file locks (Windows) two processes may do the same work; the result is whole all the
    same, because it is renamed into place.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> int:
    """Prepares MNIST and says where; the exit status."""
    lang = default_language()
    try:
        folder = prepare()
    except Trouble as error:
        print(error.text[lang], file=sys.stderr)
        return 2
    ready = Text(en=f"MNIST is ready in {folder}", ja=f"MNIST の準備ができました: {folder}")
    print(ready[lang])
    return 0


if __name__ == "__main__":
    sys.exit(main())
