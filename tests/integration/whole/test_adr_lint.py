"""The OpenAPI documents of the real services under the official linter of the NL ADR."""

from __future__ import annotations

from pathlib import Path

import pytest
from werkzeug.test import Client

from tests.integration.web.lint import lint, need_linter
from tests.integration.whole.village import Village


@pytest.mark.parametrize("name", ["plans", "evaluations", "notifications"])
def test_a_service_s_document_has_no_errors(village: Village, name: str, tmp_path: Path) -> None:
    """As it is served, and not as we think it is."""
    need_linter()
    base = village.town.by_name[name].base_path
    served = Client(village.town.wsgi).get(f"{base}/openapi.json")
    code, said = lint(served.data, tmp_path)
    assert code == 0, said
