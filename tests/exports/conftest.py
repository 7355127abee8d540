"""Chapter 2, solved, and the rules that other systems publish."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from autograder.boundary import sandbox

PUBLISHED = Path(__file__).resolve().parents[1] / "reports" / "published"


@pytest.fixture(scope="session")
def valid() -> Callable[[str, object], None]:
    """Holds a value against the published rules of a system; raises where it breaks them."""

    def valid(system: str, value: object) -> None:
        schema = json.loads((PUBLISHED / f"{system}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(value)

    return valid


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips the tests marked `needs_sandbox` where this machine allows no sandbox."""
    marked = [item for item in items if item.get_closest_marker("needs_sandbox")]
    problem = sandbox.problem() if marked else None
    for item in marked if problem is not None else []:
        item.add_marker(pytest.mark.skip(reason=problem.en))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs_sandbox: starts a sandbox")
