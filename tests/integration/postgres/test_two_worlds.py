"""On PostgreSQL too: what happens out of somebody's sight changes no byte of their answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.postgres.conftest import MakeSettings
from tests.integration.privacy import deeds
from tests.integration.privacy.household import Household
from tests.integration.privacy.test_hidden_deeds import noticed
from tests.integration.whole.village import Village

pytestmark = pytest.mark.real_postgres


@pytest.fixture
def home(settings_on: MakeSettings) -> Iterator[Household]:
    """The family of the privacy tests, on PostgreSQL."""
    settings = settings_on("postgres")
    settings.folder.mkdir()
    with Village(settings.folder, on=settings) as village:
        yield Household(village)


def everything_hidden(home: Household) -> None:
    """All secret deeds, one after another."""
    for deed in deeds.HIDDEN:
        # Some happened half an hour before they are done: still after those before them.
        home.later(minutes=40 if "long_ago" in deed.__name__ else 1)
        deed(home)


def test_nobody_notices_what_is_hidden_from_them(home: Household) -> None:
    """Design 6: all deeds together, asked now and at other moments, by whoever may not know."""
    assert noticed(home, everything_hidden, home.stefan, home.els) == []


def test_what_is_for_stefan_he_does_notice(home: Household) -> None:
    """The test above can fail."""
    assert noticed(home, deeds.something_for_stefan, home.stefan) != []
