"""One report for the whole run, written at its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench.report import Report


@pytest.fixture(scope="session")
def report() -> Iterator[Report]:
    """The report of this run."""
    print()
    kept = Report()
    yield kept
    print(f"written: {kept.write()}")
