"""Moments and lags in Dutch words at B1 level, as sentences of a history need them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from shared.eventbase.calendar import AMSTERDAM, local_day
from shared.eventbase.event import Recorded, Stamp
from shared.eventbase.sentence import Words

_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()


def day(at: datetime) -> str:
    """The day in the Netherlands: "3 mei 2025"."""
    local = local_day(at)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def moment(at: datetime) -> str:
    """The moment in the Netherlands: "3 mei 2025 om 14:00"."""
    return f"{day(at)} om {at.astimezone(AMSTERDAM):%H:%M}"


def whole(sentence: str) -> str:
    """A sentence with a capital and an end, whoever wrote the last words of it."""
    told = sentence.strip()
    ended = told if told.endswith((".", "!", "?", "]")) else f"{told}."
    return ended[:1].upper() + ended[1:]


def later(stamp: Stamp) -> str:
    """How long after it happened it was recorded: " (3 dagen later)"; nothing within a minute."""
    if stamp.recorded_at is None:
        return ""
    days = (local_day(stamp.recorded_at) - local_day(stamp.effective_at)).days
    minutes = int((stamp.recorded_at - stamp.effective_at).total_seconds() // 60)
    if days:
        return f" ({days} {'dag' if days == 1 else 'dagen'} later)"
    if minutes >= 60:
        return f" ({minutes // 60} uur later)"
    return f" ({minutes} {'minuut' if minutes == 1 else 'minuten'} later)" if minutes else ""


def happened_and_recorded(stamp: Stamp, words: Words) -> str:
    """When it happened, when and by whom it was heard of, if that was said, and when it was

    recorded, and how late.
    """
    by = f", door {stamp.actor}" if stamp.source is None and stamp.actor else ""
    if stamp.learned_at is None and not later(stamp):
        return f"Gebeurd en vastgelegd op {day(stamp.effective_at)}{by}."
    told = [f"Gebeurd op {day(stamp.effective_at)}."]
    if stamp.learned_at is not None:
        heard_by = f" door {words.name(stamp.learned_by)}" if stamp.learned_by else ""
        told.append(f"Vernomen op {day(stamp.learned_at)}{heard_by}.")
    if stamp.recorded_at is not None:
        told.append(f"Vastgelegd op {day(stamp.recorded_at)}{later(stamp)}{by}.")
    return " ".join(told)


def reason(recorded: Recorded[Any], words: Words) -> str:
    """Why something was corrected, in the words of who did it; empty when that is not there."""
    return words.text(getattr(recorded.event, "words", None), "reason")
