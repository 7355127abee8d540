"""Reads the shipped MNIST files, and believes only the right bytes."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder.text import Text
from autograder.trouble import Trouble

FOLDER = Path(__file__).with_name("data") / "mnist"


class AlteredData(Trouble):
    """A data file is missing, cut short, or not what was shipped."""

    def __init__(self, path: Path, en: str, ja: str):
        super().__init__(
            Text(
                en=f"MNIST can't be used: {path} {en}. Get this file again from the kit.",
                ja=f"MNIST を使えません。{path} {ja}。このファイルをキットから入手し直してください。",
            )
        )


@dataclass(frozen=True)
class Idx:
    """One IDX file (http://yann.lecun.com/exdb/mnist/): a header, then one byte a number."""

    name: str
    sha256: str
    """Of the decompressed file: compressing again may give other bytes."""
    shape: tuple[int, ...]

    @property
    def header(self) -> int:
        """Bytes before the numbers: the magic number and the length of each axis, 4 bytes each."""
        return 4 * (1 + self.axes)

    @property
    def axes(self) -> int:
        """The last axis of the images is Keras' channel, which the file does not have."""
        return 3 if len(self.shape) == 4 else 1

    def read(self) -> np.ndarray:
        """The numbers: uint8, of this `shape`, read-only. Raises `AlteredData`."""
        path = FOLDER / f"{self.name}.gz"
        size = self.header + int(np.prod(self.shape))
        try:
            with gzip.open(path) as file:
                data = file.read(size + 1)
        except FileNotFoundError as error:
            raise AlteredData(path, "is missing", "がありません") from error
        except EOFError as error:
            raise AlteredData(path, "is cut short", "が途中で切れています") from error
        except (OSError, zlib.error) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise AlteredData(path, f"can't be read ({why})", f"を読めません ({why})") from error
        if len(data) != size or hashlib.sha256(data).hexdigest() != self.sha256:
            raise AlteredData(
                path, "does not hold the bytes that were shipped", "の内容が元のものと違います"
            )
        return np.frombuffer(data, np.uint8, offset=self.header).reshape(self.shape)


TRAIN_IMAGES = Idx(
    "train-images-idx3-ubyte",
    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    (60_000, 28, 28, 1),
)
TRAIN_LABELS = Idx(
    "train-labels-idx1-ubyte",
    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    (60_000,),
)
TEST_IMAGES = Idx(
    "t10k-images-idx3-ubyte",
    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    (10_000, 28, 28, 1),
)
TEST_LABELS = Idx(
    "t10k-labels-idx1-ubyte",
    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    (10_000,),
)
FILES = (TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)
