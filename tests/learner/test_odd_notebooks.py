"""A learner's notebook that some program has damaged is still shown, and can be put back."""

from __future__ import annotations

import json

import pytest

from autograder.learner import work
from autograder.trouble import Trouble

PRISTINE = json.dumps({"cells": [{"cell_type": "code", "id": "a", "source": "x", "metadata": {}}]})


def test_cells_that_are_none_odd_ids_and_lone_surrogates_are_put_back(tmp_path):
    cells = [
        7,
        {"cell_type": "code", "id": ["a"], "source": ["1", 2], "metadata": None},
        {"cell_type": "markdown", "id": "b", "source": "\ud800", "metadata": None},
    ]
    text = json.dumps({"cells": cells})
    (tmp_path / "build.ipynb").write_text(text)
    assert work.code_of(tmp_path / "build.ipynb") == "# [cell]\n12"
    again = work.as_handed_out(text, PRISTINE)
    again.encode("utf-8")
    assert [c["source"] for c in json.loads(again)["cells"]] == ["x", "?"]


@pytest.mark.parametrize("text", ["[1]", '{"cells": 3}', "[" * 100_000, "no JSON"])
def test_what_is_no_notebook_gets_a_clear_line(tmp_path, text):
    (tmp_path / "build.ipynb").write_text(text)
    with pytest.raises(Trouble, match=r"build\.ipynb is not a notebook that can be read"):
        work.code_of(tmp_path / "build.ipynb")
