"""A browser that prints pages: ``chromium`` on the PATH, started anew for each page.

Without it these tests are skipped, and with ``CI=true`` they fail: `make tools` installs it there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

_REMEDY = "Geen browser: installeer chromium (op Debian: apt-get install chromium)."
# Nothing but the page that is asked for is fetched.
_QUIETLY = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)
_SHEET = re.compile(rb"/Type\s*/Page\b")
_A4 = re.compile(rb"/MediaBox\s*\[0 0 59[45][.\d]* 84[12]")
_SECONDS = 60


class Printed(NamedTuple):
    """How many sheets of which paper a page takes, and its text as the browser understood it."""

    sheets: int
    is_a4: bool
    text: str


class Chromium:
    """Prints to files in ``folder``."""

    def __init__(self, command: str, folder: Path) -> None:
        self._command = command
        self._folder = folder

    def printed(self, url: str) -> Printed:
        """The page at ``url``."""
        paper, kept = self._folder / "page.pdf", self._folder / "profile"
        paper.unlink(missing_ok=True)
        where = [f"--user-data-dir={kept}", f"--print-to-pdf={paper}", "--dump-dom"]
        done = subprocess.run(
            [self._command, *_QUIETLY, *where, url],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
        )
        shutil.rmtree(kept, ignore_errors=True)
        text = done.stdout.decode("utf-8", errors="replace")
        sheets = paper.read_bytes()
        return Printed(len(_SHEET.findall(sheets)), bool(_A4.search(sheets)), text)


def found(folder: Path) -> Chromium:
    """The browser of this machine. Without one the test is skipped, or fails where CI=true."""
    command = shutil.which("chromium")
    if command is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(_REMEDY)
    return Chromium(str(command), folder)
