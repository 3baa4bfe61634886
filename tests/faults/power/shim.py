"""The library that writes down what a process does to its files, and a process under it.

It stands between the process and libc: there the fsyncs of SQLite, of the epoch keys and of what a
signer remembers are in one order. A VFS of SQLite would see only the first of these.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("shim.c")
_ROOT = Path(__file__).parents[3]
_REMEDY = "Geen C-compiler: installeer gcc en libc6-dev (Debian), of een ander `cc`."


def built(folder: Path) -> Path:
    """The library, made in ``folder``. Without a compiler the test is skipped, or fails on CI."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(_REMEDY)
    library = folder / "shim.so"
    warnings = ["-Wall", "-Wextra", "-Werror"]
    command = [compiler, "-shared", "-fPIC", "-O1", *warnings, "-o", library, _SOURCE, "-ldl"]
    subprocess.run([*command, "-lpthread"], check=True)
    return library


def run_under(library: Path, module: str, root: Path, log: Path, *given: str, eio: int = 0) -> None:
    """Runs a module to its end; ``log`` gets what it did under ``root``.

    ``eio``: the how manieth fsync fails, 0 for none.
    """
    environment = os.environ | {
        "LD_PRELOAD": str(library),
        "POWER_ROOT": str(root),
        "POWER_LOG": str(log),
        "POWER_EIO": str(eio),
    }
    subprocess.run([sys.executable, "-m", module, *given], env=environment, cwd=_ROOT, check=True)
