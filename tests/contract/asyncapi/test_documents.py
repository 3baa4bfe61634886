"""The AsyncAPI documents are current, are AsyncAPI 3, and a linter finds nothing in them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from tests.contract.asyncapi.documents import ROOT, document
from vangnet.assembly import SERVICES
from vangnet.asyncapi_documents import path_of
from vangnet.cli.asyncapi import command

MODULES = ROOT / "tools" / "node_modules"
SPECTRAL = MODULES / ".bin" / "spectral"
RULESET = ROOT / "tools" / "asyncapi.yaml"
STANDARD = MODULES / "@asyncapi" / "specs" / "schemas" / "3.0.0-without-$id.json"


def need_tools() -> None:
    """Skips with the remedy; on CI a linter that is missing is a failure."""
    if SPECTRAL.exists():
        return
    remedy = "spectral is missing: run `npm ci` in tools/"
    if os.environ.get("CI") == "true":
        pytest.fail(remedy)
    pytest.skip(remedy)


def lint(*paths: Path) -> tuple[int, str]:
    """The linter's exit code and what it says; a warning counts as an error."""
    command = [str(SPECTRAL), "lint", "--fail-severity=warn", "-r", str(RULESET), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout + done.stderr


def unlike_the_standard(found: dict[str, Any]) -> list[str]:
    """What in a document the JSON schema of AsyncAPI 3.0 forbids."""
    schema = json.loads(STANDARD.read_bytes())
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(found)]


@pytest.mark.parametrize("service", SERVICES)
def test_the_committed_document_is_what_the_code_publishes(
    service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``vangnet asyncapi SERVICE --check`` has nothing to say."""
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(command, [service, "--check"])
    assert done.exit_code == 0, done.output


def test_a_document_that_lags_behind_is_found_and_printed_anew_it_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check can fail, and its remedy works."""
    monkeypatch.chdir(tmp_path)
    path = path_of("plans")
    path.parent.mkdir(parents=True)
    path.write_text("{}\n")
    said = CliRunner().invoke(command, ["plans", "--check"])
    assert said.exit_code == 1 and f"vangnet asyncapi plans > {path}" in said.output
    path.write_bytes(CliRunner().invoke(command, ["plans"]).stdout_bytes)
    assert CliRunner().invoke(command, ["plans", "--check"]).exit_code == 0


def test_the_linter_finds_nothing() -> None:
    """Spectral's own rules for AsyncAPI: neither an error nor a warning in any document."""
    need_tools()
    code, said = lint(*(ROOT / path_of(service) for service in SERVICES))
    assert code == 0, said


@pytest.mark.parametrize("service", SERVICES)
def test_it_is_asyncapi_3(service: str) -> None:
    """The JSON schema that the standard publishes, bindings included."""
    need_tools()
    assert unlike_the_standard(document(service)) == []


def test_a_document_that_is_wrong_is_found(tmp_path: Path) -> None:
    """By the linter and by the schema: both can fail."""
    need_tools()
    wrong = document("plans")
    wrong["channels"]["openbaar"]["bindings"]["kafka"]["partitions"] = "zes"
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(wrong))
    assert lint(path)[0] != 0
    assert unlike_the_standard(wrong) != []
