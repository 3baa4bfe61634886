"""A town with a mail server, and a family in it, for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.notifications.town import Town, open_town
from tests.integration.notifications.zilverberg import Zilverberg


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Three services on empty stores."""
    with open_town(tmp_path) as made:
        yield made


@pytest.fixture
def family(town: Town) -> Zilverberg:
    """Seven involved people and version 1 of their plan."""
    made = Zilverberg(town)
    made.activate()
    return made
