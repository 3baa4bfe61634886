"""Moments and lags in words: late knowledge reads as late (R51)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from shared.eventbase.event import Stamp
from shared.web.clocks import ClocksAnswer, clocks
from shared.web.telling import day, happened_and_recorded, later, moment, whole

HAPPENED = datetime(2025, 5, 3, 19, tzinfo=UTC)
SOMEBODY = UUID(int=7, version=4)
STAMP = Stamp(SOMEBODY, SOMEBODY, SOMEBODY, 1, SOMEBODY, "fatma", "worker", HAPPENED)


class Words:
    """Everybody is called Els."""

    def name(self, person: UUID | None) -> str:
        """Their name."""
        return "Els"


def stored(after: timedelta, **more: Any) -> Stamp:
    """Recorded so long after it happened."""
    return msgspec.structs.replace(STAMP, recorded_at=HAPPENED + after, **more)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (timedelta(seconds=59), ""),
        (timedelta(minutes=1), " (1 minuut later)"),
        (timedelta(minutes=59), " (59 minuten later)"),
        (timedelta(hours=2), " (2 uur later)"),
        (timedelta(hours=3), " (1 dag later)"),
        (timedelta(days=3), " (3 dagen later)"),
    ],
)
def test_a_lag_is_told_in_days_as_people_count_them(after: timedelta, told: str) -> None:
    """R51: three hours after 21:00 is the next day in the Netherlands."""
    assert later(stored(after)) == told


def test_what_was_not_recorded_yet_has_no_lag() -> None:
    """Design 3: decided, and not stored."""
    assert later(STAMP) == ""
    assert clocks(STAMP)["lag"] is None


def test_moments_are_those_on_the_wall_in_the_netherlands() -> None:
    """Summer time too."""
    assert (day(HAPPENED), moment(HAPPENED)) == ("3 mei 2025", "3 mei 2025 om 21:00")


def test_a_sentence_ends_whoever_wrote_its_last_words() -> None:
    """What people typed need not end in a full stop."""
    assert [whole(said) for said in ("els belt", "Els belt!", "[gewist]")] == [
        "Els belt.",
        "Els belt!",
        "[gewist]",
    ]


def test_heard_and_recorded_stand_beside_happened() -> None:
    """Domain 3.10: by whom, and how late; at once it is one sentence."""
    heard = {"learned_at": HAPPENED + timedelta(days=1), "learned_by": SOMEBODY}
    assert happened_and_recorded(stored(timedelta(days=3), **heard), Words()) == (
        "Gebeurd op 3 mei 2025. Vernomen op 4 mei 2025 door Els. "
        "Vastgelegd op 6 mei 2025 (3 dagen later), door fatma."
    )
    at_once = "Gebeurd en vastgelegd op 3 mei 2025"
    assert happened_and_recorded(stored(timedelta(0)), Words()) == f"{at_once}, door fatma."
    followed = stored(timedelta(0), source="plans")
    assert happened_and_recorded(followed, Words()) == f"{at_once}."


def test_a_lag_goes_over_the_wire_in_whole_seconds() -> None:
    """ISO 8601, as RFC 3339 appendix A writes it."""
    late = clocks(stored(timedelta(days=3, milliseconds=999)))
    assert ClocksAnswer().dump(late)["vertraging"] == "PT259200S"
    assert ClocksAnswer().dump(clocks(STAMP))["vertraging"] is None
