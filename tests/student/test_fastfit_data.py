"""A large array becomes a tensor by one copy, and is then the tensor's own."""

import numpy as np
import pytest

from autograder.student.fastfit.data import LARGE, _copied


@pytest.mark.parametrize("dtype", ["float32", "float64", "float16", "int64", "int32", "uint8"])
def test_a_large_array_becomes_the_same_tensor(dtype):
    array = np.arange(LARGE, dtype=dtype).reshape(-1, 64)
    tensor = _copied(array)
    assert tensor.dtype.name == dtype
    np.testing.assert_array_equal(tensor, array)


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a[::2],
        lambda a: a.T,
        lambda a: a[:, 3:],
        lambda a: a.astype(">f4"),
        np.asfortranarray,
    ],
    ids=["every second row", "transposed", "columns", "of the other byte order", "by columns"],
)
def test_it_may_lie_in_memory_in_any_way(change):
    array = change(np.arange(4 * LARGE, dtype="float32").reshape(-1, 64))
    np.testing.assert_array_equal(_copied(array), array)


def test_a_read_only_array_can_be_copied():
    array = np.ones(LARGE, "float32")
    array.setflags(write=False)
    np.testing.assert_array_equal(_copied(array), array)


def test_changing_the_array_later_does_not_change_the_tensor():
    array = np.zeros(LARGE, "float32")
    tensor = _copied(array)
    array[:] = 1
    assert not np.asarray(tensor).any()
