"""Where the official ADR linter and its ruleset are, and how it is run."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SPECTRAL = ROOT / "tools" / "node_modules" / ".bin" / "spectral"
RULESET = Path(
    os.environ.get("TEST_ADR_RULESET", ROOT.parent / "shared" / "standards" / "adr-linter.yaml")
)


def need_linter() -> None:
    """Skips with the remedy; on CI a linter that is missing is a failure."""
    if not RULESET.exists():
        pytest.skip("no ADR ruleset: set TEST_ADR_RULESET to a copy of the official linter.yaml")
    if SPECTRAL.exists():
        return
    remedy = "spectral is missing: run `npm ci` in tools/"
    if os.environ.get("CI") == "true":
        pytest.fail(remedy)
    pytest.skip(remedy)


def lint(document: bytes, folder: Path) -> tuple[int, str]:
    """The linter's exit code and what it says; it wants a real file."""
    path = folder / "openapi.json"
    path.write_bytes(document)
    command = [str(SPECTRAL), "lint", "-r", str(RULESET), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return done.returncode, done.stdout + done.stderr
