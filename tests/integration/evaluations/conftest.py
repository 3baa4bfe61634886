"""A town and a family for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.evaluations.town import Family, Town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Plans and evaluations on empty stores."""
    made = Town(tmp_path)
    yield made
    made.close()


@pytest.fixture
def family(town: Town) -> Family:
    """A family with version 1 of a plan, followed by evaluations."""
    return Family(town, hidden=lambda people: [])
