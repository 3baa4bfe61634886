"""Every event reads as it was approved, to whom it concerns."""

from __future__ import annotations

import pytest

from tests.unit.lives.story import approved, keys, told
from tests.unit.lives.test_nothing_lost import ACTS, WHOLE_HISTORIES


@pytest.mark.parametrize(("service", "n"), ACTS)
def test_an_event_reads_as_was_approved_and_concerns_the_same_people(service: str, n: int) -> None:
    """Domain 3.7, 3.10: after a change, ``python -m tests.unit.lives.story`` and read it again."""
    assert told(service, n) == approved(service)[keys(service)[n]]


@pytest.mark.parametrize("service", WHOLE_HISTORIES)
def test_nothing_was_approved_that_is_not_told(service: str) -> None:
    """The files hold no acts of the past."""
    assert list(approved(service)) == keys(service)
