"""Each attack has a town of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.privacy.household import Household
from tests.integration.whole.village import Village


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Household]:
    """A family with a plan, an agreement of Stefan's and one that is hidden from him."""
    with Village(tmp_path) as village:
        yield Household(village)
