"""Frames carry exactly the allowed values, and nothing else gets in."""

from __future__ import annotations

import json
import math
import socket
import struct
import threading
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.boundary import wire
from autograder.boundary.wire import Channel, Closed, Record, Ref, Unsendable, WireError

MIB = 1 << 20


def through(message: dict) -> dict:
    """The message as the other side receives it."""
    _, header, *body = wire.pack(message, max_bytes=MIB)
    tree, specs = wire.parse_header(bytes(header), max_bytes=MIB)
    return wire.build(tree, specs, bytearray(b"".join(body)))


def same(a: object, b: object) -> bool:
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return a.shape == b.shape and a.dtype == b.dtype and a.tobytes() == b.tobytes()
    if type(a) is not type(b):
        return False
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    if isinstance(a, float) and math.isnan(a):
        return math.isnan(b)
    return a == b


text = st.text(st.characters(exclude_categories=["Cs"]))
scalars = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats() | text
arrays = hnp.arrays(
    st.sampled_from([np.dtype(name) for name in wire.DTYPES]),
    hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)
values = st.recursive(
    scalars | arrays | st.builds(Ref, st.integers(0, 9)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(text, inner, max_size=4)
    ),
    max_leaves=12,
)


@given(values)
def test_every_allowed_value_arrives_as_it_was_sent(value):
    assert same(through({"value": value})["value"], value)


def test_records_and_foreign_byte_orders_arrive():
    big = np.arange(6, dtype=">f4").reshape(2, 3)
    got = through({"model": Record("model", {"weights": [big]})})["model"]
    assert got.kind == "model"
    assert got.fields["weights"][0].tolist() == big.tolist()
    assert got.fields["weights"][0].dtype == np.float32


@pytest.mark.parametrize(
    "value",
    [object(), len, np.array([object()]), np.array(["text"]), 1 + 2j, 1 << 70, "\ud800", {1, 2}],
    ids=lambda value: type(value).__name__,
)
def test_other_values_are_refused_where_they_are_sent(value):
    with pytest.raises(Unsendable):
        wire.pack({"value": value}, max_bytes=MIB)


def test_arrays_beyond_the_limit_are_refused_where_they_are_sent():
    with pytest.raises(Unsendable, match="more than 1000 bytes"):
        wire.pack({"value": np.zeros(1001, np.uint8)}, max_bytes=1000)


HOSTILE_HEADERS = {
    "not json": b"{",
    "not a dict": b"[]",
    "NaN": b'{"m": NaN, "b": []}',
    "a key twice": b'{"m": 1, "m": 2, "b": []}',
    "invalid utf-8": b'{"m": "\xff", "b": []}',
    "nested without end": b'{"m": ' + b"[" * 100_000 + b"]" * 100_000 + b', "b": []}',
    "object dtype": b'{"m": 1, "b": [["object", [1]]]}',
    "text dtype": b'{"m": 1, "b": [["<U8", [1]]]}',
    "negative size": b'{"m": 1, "b": [["int8", [-1]]]}',
    "a size that is a bool": b'{"m": 1, "b": [["int8", [true]]]}',
    "too many dimensions": b'{"m": 1, "b": [["int8", [1,1,1,1,1,1,1,1,1]]]}',
    "a size that overflows 64 bits": b'{"m": 1, "b": [["int64", [1000000000, 1000000000, 1000]]]}',
    "too many arrays": json.dumps({"m": 1, "b": [["int8", [1]]] * 5000}).encode(),
}


@pytest.mark.parametrize("header", HOSTILE_HEADERS.values(), ids=HOSTILE_HEADERS)
def test_hostile_headers_are_refused(header):
    with pytest.raises(WireError):
        tree, specs = wire.parse_header(header, max_bytes=MIB)
        wire.build(tree, specs, bytearray())


HOSTILE_TREES = {
    "lone surrogate": "\ud800",
    "an unknown tag": {"$": "pickle", "v": "x"},
    "an array that is not there": {"$": "array", "v": 3},
    "an infinite float in disguise": {"$": "float", "v": "1e999"},
    "a dict with a list for a key": {"$": "dict", "v": [[[1], 2]]},
    "a dict whose pair is no pair": {"$": "dict", "v": [[1]]},
    "a record without a kind": {"$": "record", "v": {"$": "dict", "v": []}},
    "a plain object": {"a": 1},
    "a ref that is no number": {"$": "ref", "v": "0"},
    "a huge integer": 1 << 80,
}


@pytest.mark.parametrize("tree", HOSTILE_TREES.values(), ids=HOSTILE_TREES)
def test_hostile_values_are_refused(tree):
    with pytest.raises(WireError):
        wire.build(tree, [], bytearray())


def test_bytes_that_belong_to_no_array_are_refused():
    with pytest.raises(WireError, match="belong to no array"):
        wire.build(1, [wire.Spec(np.dtype("int8"), (2,), False)], bytearray(3))


def test_a_bool_array_holds_only_zeros_and_ones():
    with pytest.raises(WireError, match="bool"):
        wire.build(
            {"$": "array", "v": 0}, [wire.Spec(np.dtype("bool"), (1,), False)], bytearray(b"\x02")
        )


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    channel = Channel(ours, max_send=MIB, max_receive=MIB)
    yield channel, theirs
    channel.close()
    theirs.close()


def test_a_message_crosses_a_socket(pair):
    channel, theirs = pair
    other = Channel(theirs, max_send=MIB, max_receive=MIB)
    channel.send({"x": np.arange(3)})
    assert other.receive()["x"].tolist() == [0, 1, 2]


def test_one_deadline_holds_for_bytes_that_drip_in(pair):
    channel, theirs = pair
    stop = threading.Event()

    def drip():
        theirs.sendall(struct.pack("<I", 1000))
        while not stop.wait(0.02):
            theirs.sendall(b"x")

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        with pytest.raises(TimeoutError):
            channel.receive(deadline=time.monotonic() + 0.3)
    finally:
        stop.set()
        thread.join()


def test_a_header_beyond_the_limit_is_refused_before_it_is_read(pair):
    channel, theirs = pair
    theirs.sendall(struct.pack("<I", 1 << 31))
    with pytest.raises(WireError, match="header of more than"):
        channel.receive(deadline=time.monotonic() + 5)


def test_arrays_beyond_the_limit_are_refused_before_they_are_read(pair):
    channel, theirs = pair
    header = json.dumps({"m": 1, "b": [["uint8", [MIB + 1]]]}).encode()
    theirs.sendall(struct.pack("<I", len(header)) + header)
    with pytest.raises(WireError, match="arrays of more than"):
        channel.receive(deadline=time.monotonic() + 5)


def test_the_end_of_the_other_side_is_told(pair):
    channel, theirs = pair
    theirs.sendall(b"\x01")
    theirs.close()
    with pytest.raises(Closed):
        channel.receive(deadline=time.monotonic() + 5)
