"""One report for the whole run, written at its end, and a town on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.report import Report
from tests.bench.towns import on_files, on_postgres


@pytest.fixture(scope="session")
def report() -> Iterator[Report]:
    """The report of this run."""
    print()
    kept = Report()
    yield kept
    print(f"written: {kept.write()}")


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def backend(request: pytest.FixtureRequest) -> str:
    """Which database."""
    return str(request.param)


@pytest.fixture
def town(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    """The settings of an empty town on it."""
    if backend == "SQLite":
        yield on_files(tmp_path)
        return
    with on_postgres(request.getfixturevalue("postgres_server"), tmp_path) as settings:
        yield settings
