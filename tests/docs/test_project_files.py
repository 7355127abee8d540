"""The files that say what this is, who may use it, and what changed, agree with the package."""

from __future__ import annotations

import json
import tomllib
from importlib import resources

import jsonschema
import yaml

from tests.docs.conftest import ROOT, text

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def test_the_citation_keeps_to_its_format():
    """By the format's own schema, which comes with check-jsonschema."""
    schemas = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((schemas / "citation-file-format.json").read_text(encoding="utf-8"))
    jsonschema.validate(CITATION, schema)


def test_version_and_licence_are_the_same_everywhere():
    assert CITATION["version"] == PROJECT["version"]
    assert CITATION["license"] == PROJECT["license"] == "MIT"
    assert f"## {PROJECT['version']}, " in text("CHANGELOG.md")
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def test_the_data_carry_their_own_licence():
    licence = "autograder/course/data/LICENSE.md"
    assert licence in PROJECT["license-files"]
    assert "CC BY-SA 3.0" in text(licence)
    for page in ("README.md", "README.ja.md"):
        assert licence in text(page)
        assert "CC BY-SA 3.0" in text(page)
