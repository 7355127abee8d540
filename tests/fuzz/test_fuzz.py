"""Whatever bytes come, every reader ends with its own clear error; and so do all earlier crashes.

The short form of `make fuzz`: a few hundred cases of each target by Hypothesis.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
import seeds
import targets

QUICK = [name for name in targets.TARGETS if name != "model"]  # that one needs Keras
FOUND = sorted(targets.CRASHES.glob("*/*"))


def cases(name: str) -> st.SearchStrategy[bytes]:
    """Any bytes; and right inputs with one piece taken out and another put in."""
    right = seeds.SEEDS.get(name)
    if right is None:
        return st.binary(max_size=400)
    spoiled = st.tuples(
        st.sampled_from(right), st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=8)
    ).map(lambda t: t[0][: t[1]] + t[3] + t[0][t[1] + t[2] :])
    return st.binary(max_size=200) | spoiled


@pytest.mark.parametrize("name", QUICK)
def test_no_bytes_get_anything_but_a_clear_error_out_of_a_reader(name):
    @settings(
        max_examples=60 if name == "answer" else 200,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(cases(name))
    def fuzz(data: bytes) -> None:
        targets.TARGETS[name](data)

    fuzz()


@pytest.mark.parametrize("name", [name for name in QUICK if name in seeds.SEEDS])
def test_a_target_reads_what_is_right(name):
    for data in seeds.SEEDS[name]:
        targets.TARGETS[name](data)


@pytest.mark.slow
def test_no_forged_model_gets_anything_but_a_clear_error_out_of_the_grader():
    @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=400))
    def fuzz(data: bytes) -> None:
        targets.model(data)

    fuzz()


@pytest.mark.parametrize("path", FOUND, ids=[f"{p.parent.name}-{p.name[:14]}" for p in FOUND])
def test_a_crash_that_was_found_does_not_come_back(path):
    targets.TARGETS[path.parent.name](path.read_bytes())
