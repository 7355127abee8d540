"""A small frame can't make the grader's side hold or copy something enormous."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest

from autograder.boundary import wire
from autograder.boundary.wire import Record
from autograder.grading.values import Malformed, figure, from_wire

MILLION = np.zeros(1_000_000, bool)


def test_an_array_stands_once_in_a_frame():
    """A list of it, ten thousand times, would become an array ten thousand times as large."""
    array = {"$": "array", "v": 0}
    tree = {"$": "dict", "v": [["value", [array, array]]]}
    header = json.dumps({"m": tree, "b": [["uint8", [3]]]}).encode()
    with pytest.raises(wire.WireError, match="an array that stands twice"):
        wire.parse(struct.pack("<I", len(header)) + header + bytes(3), max_bytes=100)


@pytest.mark.parametrize(
    "record",
    [
        Record("history", {"history": {"loss": MILLION}, "epoch": [], "model": None}),
        Record("history", {"history": {}, "epoch": MILLION, "model": None}),
        Record("sample", {"shape": MILLION, "dtype": "bool", "low": 0, "high": 1, "rows": []}),
        Record("model", {"weights": MILLION, "layers": []}),
    ],
    ids=lambda record: f"{record.kind}-{min(record.fields)}",
)
def test_an_array_does_not_stand_for_a_list(record):
    """Each of its entries would become an object of its own."""
    with pytest.raises(Malformed, match="a list is due, not ndarray"):
        from_wire(record, 1)


def test_an_array_does_not_stand_for_the_axes_of_a_figure():
    with pytest.raises(Malformed, match="a list is due, not ndarray"):
        figure(Record("figure", {"axes": MILLION, "png": MILLION}))


def test_a_layers_options_are_plain_values():
    layer = {"kind": "Dense", "name": "d", "options": {"units": MILLION}}
    with pytest.raises(Malformed, match="a malformed option"):
        from_wire(Record("model", {"weights": [], "layers": [layer]}), 1)


@pytest.mark.parametrize(
    "forged",
    [{"compiled": np.ones(1)}, {"compiled": np.zeros(1)}, {"layers": [np.ones(1)]}],
    ids=["compiled, 1", "compiled, 0", "a layer"],
)
def test_an_array_does_not_stand_for_named_fields(forged):
    """Asked for a name it says `IndexError`, where a dict says `KeyError`."""
    fields = {
        **{"ref": 0, "built": True, "chain": True, "layers": [], "weights": []},
        **{"input_shape": None, "output_shape": None, "trainable_parameters": 0},
        "compiled": None,
    }
    from_wire(Record("model", fields), 1)
    with pytest.raises(Malformed, match="a malformed model"):
        from_wire(Record("model", fields | forged), 1)
