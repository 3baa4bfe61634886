"""Our OpenAPI documents under the official linter of the NL API Design Rules."""

import json
from pathlib import Path

import pytest

from tests.integration.web.apps import APPS, described
from tests.integration.web.lint import lint, need_linter


@pytest.mark.parametrize("name", APPS)
def test_the_document_is_clean_under_the_official_linter(name: str, tmp_path: Path) -> None:
    """No errors, and no warnings either."""
    need_linter()
    code, said = lint(described(name), tmp_path)
    assert (code, "warning" in said) == (0, False), said


def test_the_linter_finds_what_is_wrong(tmp_path: Path) -> None:
    """A document without contact and with a slash too many fails."""
    need_linter()
    broken = json.loads(described("voorbeeld"))
    del broken["info"]["contact"]
    broken["paths"]["/slash/"] = broken["paths"].pop("/gezond")
    code, said = lint(json.dumps(broken).encode(), tmp_path)
    assert code == 1
    assert "info-contact" in said
    assert "no-trailing-slash" in said
