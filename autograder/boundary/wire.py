"""Frames between the grader and the student's side: JSON and raw arrays, never pickle.

A frame is `u32 header length | JSON header | raw little-endian buffers`. The header holds one
message, a dict, in which arrays stand as numbers of buffers:

    {"m": <value>, "b": [["float32", [28, 28]], ...]}

An array that the grader shares (`autograder.boundary.shared`) has its digest as a third entry and
no buffer: its file comes as a descriptor, with the length. Only the student's side takes those.

Values are None, bool, int, float, str, list, tuple, dict, NumPy arrays of the dtypes in `DTYPES`,
`Ref` (an object that stays on the student's side) and `Record` (named fields, such as a model's).
Whoever receives trusts nothing: every size is computed and compared before memory is taken.
"""

from __future__ import annotations

import array
import contextlib
import json
import math
import mmap
import os
import socket
import struct
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from autograder.boundary import shared

DTYPES = (
    *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
    *("float16", "float32", "float64"),
)
MAX_HEADER = 256 * 1024
"""Bytes of one JSON header."""
MAX_ANSWER = 64 * 1024 * 1024
"""Bytes of all arrays in one answer from the student's side."""
MAX_QUESTION = 1024 * 1024 * 1024
"""Bytes of all arrays in one question from the grader (60,000 float32 images are 188 MB)."""
MAX_DIMENSIONS = 8
MAX_DEPTH = 32
MAX_BUFFERS = 4096
MAX_SHARED = 16
"""Shared arrays in one frame; what is beyond goes as bytes."""
_LENGTH = struct.Struct("<I")


class WireError(Exception):
    """A frame that breaks the rules of this module."""


class Unsendable(WireError):
    """A value that has no place in a frame, such as an object array or a function."""


class Closed(WireError):
    """The other side has ended."""


@dataclass(frozen=True)
class Ref:
    """An object that stays on the student's side, by number."""

    id: int


@dataclass(frozen=True)
class Record:
    """Named fields of a known kind: `model`, `history`, `figure`."""

    kind: str
    fields: dict[str, Any]


class Spec(NamedTuple):
    """An array that a header announces."""

    dtype: np.dtype
    shape: tuple[int, ...]
    shared: bool
    """Whether its content comes as a file."""

    @property
    def size(self) -> int:
        """Bytes of its content."""
        return math.prod(self.shape) * self.dtype.itemsize  # Python integers: no overflow


def pack(
    message: dict[str, Any], *, max_bytes: int, share: list[np.ndarray] | None = None
) -> list[bytes | memoryview]:
    """The parts of one frame, in order. Raises `Unsendable`.

    share: takes the arrays that go as files, in order; None sends all as bytes.
    """
    buffers: list[np.ndarray] = []
    tree = _encode(message, buffers, 0)
    if len(buffers) > MAX_BUFFERS:
        raise Unsendable(f"more than {MAX_BUFFERS} arrays")
    if sum(b.nbytes for b in buffers) > max_bytes:
        raise Unsendable(f"arrays of more than {max_bytes} bytes")
    specs: list[list[Any]] = []
    inline = []
    for buffer in buffers:
        spec = [buffer.dtype.name, list(buffer.shape)]
        known = shared.digest(buffer)
        if share is None or known is None or len(share) == MAX_SHARED:
            inline.append(buffer)
        else:
            share.append(buffer)
            spec.append(known)
        specs.append(spec)
    header = {"m": tree, "b": specs}
    text = json.dumps(header, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unsendable("text with a lone surrogate") from error
    if len(data) > MAX_HEADER:
        raise Unsendable(f"more than {MAX_HEADER} bytes of text and numbers")
    return [
        _LENGTH.pack(len(data)),
        data,
        *(b.reshape(-1).view(np.uint8).data for b in inline if b.nbytes),
    ]


def parse(frame: bytes, *, max_bytes: int) -> dict[str, Any]:
    """The message in one whole frame, as `pack` made it. Raises `WireError`."""
    if len(frame) < _LENGTH.size:
        raise WireError("a frame that ends too early")
    (length,) = _LENGTH.unpack_from(frame)
    body = _LENGTH.size + length
    if length > MAX_HEADER or len(frame) < body:
        raise WireError("a frame that ends too early")
    tree, specs = parse_header(frame[_LENGTH.size : body], max_bytes=max_bytes)
    if len(frame) - body != sum(spec.size for spec in specs):
        raise WireError("a frame that ends too early, or too late")
    message = build(tree, specs, bytearray(frame[body:]))
    if type(message) is not dict:
        raise WireError("a message that is not a dict")
    return message


def _encode(value: Any, buffers: list[np.ndarray], depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise Unsendable("a value nested too deeply")
    kind = type(value)
    if value is None or kind in (bool, str):
        return value
    if kind is int:
        if abs(value) >= 1 << 64:
            raise Unsendable("a whole number of more than 64 bits")
        return value
    if kind is float:
        return value if math.isfinite(value) else {"$": "float", "v": repr(value)}
    if kind is np.ndarray or isinstance(value, np.generic):
        array = np.asarray(value)
        if array.dtype.name not in DTYPES:
            raise Unsendable(f"an array of dtype {array.dtype}")
        little = array.astype(array.dtype.newbyteorder("<"), copy=False)
        buffers.append(np.ascontiguousarray(little).reshape(array.shape))
        return {"$": "array", "v": len(buffers) - 1}
    if kind is list:
        return [_encode(v, buffers, depth + 1) for v in value]
    if kind is tuple:
        return {"$": "tuple", "v": [_encode(v, buffers, depth + 1) for v in value]}
    if kind is dict:
        return {
            "$": "dict",
            "v": [
                [_encode(k, buffers, depth + 1), _encode(v, buffers, depth + 1)]
                for k, v in value.items()
            ],
        }
    if kind is Ref:
        return {"$": "ref", "v": value.id}
    if kind is Record:
        return {"$": "record", "k": value.kind, "v": _encode(value.fields, buffers, depth + 1)}
    raise Unsendable(f"a value of type {kind.__name__}")


def parse_header(data: bytes, *, max_bytes: int, files: bool = False) -> tuple[Any, list[Spec]]:
    """The message's tree and the arrays it announces. Raises `WireError`.

    files: whether arrays may come as files.
    """
    try:
        header = json.loads(
            data.decode("utf-8", errors="strict"),
            parse_constant=_no_constant,
            object_pairs_hook=_no_duplicates,
        )
    except (ValueError, RecursionError) as error:
        raise WireError(f"a header that is not strict JSON: {type(error).__name__}") from error
    if type(header) is not dict or set(header) != {"m", "b"} or type(header["b"]) is not list:
        raise WireError("a header without a message and buffers")
    if len(header["b"]) > MAX_BUFFERS:
        raise WireError("too many arrays")
    specs: list[Spec] = []
    total = 0
    for entry in header["b"]:
        if type(entry) is not list or len(entry) not in ((2, 3) if files else (2,)):
            raise WireError("a malformed array")
        name, shape = entry[:2]
        if type(name) is not str or name not in DTYPES:
            raise WireError("an array of a dtype that is not allowed")
        if type(shape) is not list or len(shape) > MAX_DIMENSIONS:
            raise WireError("an array of too many dimensions")
        if not all(type(n) is int and 0 <= n < 1 << 40 for n in shape):
            raise WireError("an array of a malformed shape")
        specs.append(Spec(np.dtype(name).newbyteorder("<"), tuple(shape), len(entry) == 3))
        total += specs[-1].size
        if total > max_bytes:
            raise WireError(f"arrays of more than {max_bytes} bytes")
    return header["m"], specs


def build(
    tree: Any, specs: list[Spec], body: bytes | bytearray, files: Iterable[mmap.mmap] = ()
) -> Any:
    """The message, from its tree and the content of its arrays. Raises `WireError`."""
    arrays: list[np.ndarray | None] = []
    at = 0
    views = iter(files)
    for spec in specs:
        count = math.prod(spec.shape)
        source, start = (next(views), 0) if spec.shared else (body, at)
        if spec.dtype == np.bool_:
            raw = np.frombuffer(source, np.uint8, count, start)
            if count and raw.max(initial=0) > 1:
                raise WireError("a bool array with values other than 0 and 1")
        try:
            arrays.append(np.frombuffer(source, spec.dtype, count, start).reshape(spec.shape))
        except ValueError as error:  # no bytes, but dimensions that NumPy can't count
            raise WireError("an array of a malformed shape") from error
        at += 0 if spec.shared else spec.size
    if at != len(body):
        raise WireError("bytes that belong to no array")
    return _decode(tree, arrays, 0)


def _decode(tree: Any, arrays: list[np.ndarray | None], depth: int) -> Any:
    if depth > MAX_DEPTH * 2:
        raise WireError("a value nested too deeply")
    kind = type(tree)
    if kind is str:
        if any(0xD800 <= ord(c) < 0xE000 for c in tree):
            raise WireError("text with a lone surrogate")
        return tree
    if tree is None or kind in (bool, int, float):
        if kind is float and not math.isfinite(tree):
            raise WireError("a number too large for a float")
        if kind is int and abs(tree) >= 1 << 64:
            raise WireError("a whole number of more than 64 bits")
        return tree
    if kind is list:
        return [_decode(v, arrays, depth + 1) for v in tree]
    if kind is not dict or "v" not in tree:
        raise WireError("a malformed value")
    tag, value = tree.get("$"), tree["v"]
    if tag == "float" and value in ("nan", "inf", "-inf"):
        return float(value)
    if tag == "array" and type(value) is int and 0 <= value < len(arrays):
        array, arrays[value] = arrays[value], None
        if array is None:  # a list of it a thousand times would be a thousand times as large
            raise WireError("an array that stands twice")
        return array
    if tag == "tuple" and type(value) is list:
        return tuple(_decode(v, arrays, depth + 1) for v in value)
    if tag == "dict" and type(value) is list:
        return dict(_pairs(value, arrays, depth))
    if tag == "ref" and type(value) is int:
        return Ref(value)
    if tag == "record" and type(tree.get("k")) is str:
        fields = _decode(value, arrays, depth + 1)
        if type(fields) is dict and all(type(k) is str for k in fields):
            return Record(tree["k"], fields)
    raise WireError("a malformed value")


def _pairs(value: list, arrays: list[np.ndarray | None], depth: int) -> Iterator[tuple[Any, Any]]:
    for pair in value:
        if type(pair) is not list or len(pair) != 2:
            raise WireError("a malformed dict")
        key = _decode(pair[0], arrays, depth + 1)
        if not (key is None or isinstance(key, str | int | float | tuple)):
            raise WireError("a malformed dict key")
        try:
            hash(key)
        except TypeError as error:
            raise WireError("a malformed dict key") from error
        yield key, _decode(pair[1], arrays, depth + 1)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice")
    return result


class Channel:
    """One end of a socket pair that sends and receives whole messages."""

    def __init__(
        self, sock: socket.socket, *, max_send: int, max_receive: int, files: bool = False
    ):
        """files: shared arrays may come as files; where they may not, they are sent so."""
        self._socket = sock
        self._max_send = max_send
        self._max_receive = max_receive
        self._files = files

    def send(self, message: dict[str, Any], *, deadline: float | None = None) -> None:
        """Sends one message. Raises `Unsendable`, `Closed`, or `TimeoutError` past `deadline`.

        deadline: in seconds of `time.monotonic()`; None waits for ever.
        """
        share: list[np.ndarray] | None = None if self._files else []
        length, *parts = pack(message, max_bytes=self._max_send, share=share)
        with contextlib.ExitStack() as stack:
            descriptors = []
            for one in share or ():
                descriptors.append(shared.opened(one))
                stack.callback(os.close, descriptors[-1])
            with self._while_open(deadline):
                if descriptors:  # four bytes go at once, or not at all
                    socket.send_fds(self._socket, [length], descriptors)
                else:
                    self._socket.sendall(length)
        for part in parts:
            with self._while_open(deadline):
                self._socket.sendall(part)

    def receive(self, *, deadline: float | None = None) -> dict[str, Any]:
        """The next message. One deadline holds for all of it, however slowly bytes drip in.

        Raises `WireError`, `Closed`, or `TimeoutError`.
        """
        descriptors: list[int] = []
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size, deadline, descriptors))
        if length > MAX_HEADER:
            raise WireError(f"a header of more than {MAX_HEADER} bytes")
        header = bytes(self._exactly(length, deadline))
        tree, specs = parse_header(header, max_bytes=self._max_receive, files=self._files)
        sizes = [spec.size for spec in specs if spec.shared]
        if len(sizes) != len(descriptors):
            raise WireError("as many files as shared arrays were expected")
        try:
            files = [shared.mapped(*pair) for pair in zip(descriptors, sizes, strict=True)]
        except (OSError, ValueError) as error:
            raise WireError("a file that is not the shared array") from error
        total = sum(spec.size for spec in specs if not spec.shared)
        message = build(tree, specs, self._exactly(total, deadline), files)
        if type(message) is not dict:
            raise WireError("a message that is not a dict")
        return message

    def _exactly(
        self, count: int, deadline: float | None, descriptors: list[int] | None = None
    ) -> bytearray:
        """So many bytes; descriptors that come with them are put into the list.

        Without such a list, or where files may not come, the kernel closes them.
        """
        data = bytearray(count)
        view, at = memoryview(data), 0
        while at < count:
            with self._while_open(deadline):
                if descriptors is not None and self._files:
                    got = self._with_descriptors(view[at:], descriptors)
                else:
                    got = self._socket.recv_into(view[at:])
            if got == 0:
                raise Closed("the other side has ended")
            at += got
        return data

    def _with_descriptors(self, view: memoryview, descriptors: list[int]) -> int:
        found = array.array("i")
        room = socket.CMSG_LEN(MAX_SHARED * found.itemsize)
        close_on_exec = getattr(socket, "MSG_CMSG_CLOEXEC", 0)  # Linux has it
        got, messages, _, _ = self._socket.recvmsg_into([view], room, close_on_exec)
        for level, kind, data in messages:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                found.frombytes(data[: len(data) - len(data) % found.itemsize])
        descriptors.extend(found)
        return got

    @contextlib.contextmanager
    def _while_open(self, deadline: float | None) -> Iterator[None]:
        """For one call on the socket, within the deadline. Raises `Closed` or `TimeoutError`."""
        self._wait(deadline)
        try:
            yield
        except TimeoutError:
            raise
        except OSError as error:
            raise Closed("the other side has ended") from error

    def _wait(self, deadline: float | None) -> None:
        if deadline is None:
            self._socket.settimeout(None)
            return
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("no whole message before the deadline")
        self._socket.settimeout(left)

    def close(self) -> None:
        self._socket.close()
