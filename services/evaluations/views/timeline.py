"""How it went, in the order in which it happened, told in sentences (domain.md 3.10)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from services.evaluations.domain import catalogue
from services.evaluations.domain.correction.corrections import EventCorrected
from services.evaluations.domain.erasing import EvaluationContentErased
from services.evaluations.domain.followed.events import (
    FirstVersionMade,
    NextVersionMade,
    PlanEnded,
)
from services.evaluations.domain.terms import LATE_RECORDING
from services.evaluations.views.looking import Data, OwnVersion, PlanLook
from shared.eventbase.event import Event, Recorded
from shared.eventbase.obligation import Obligation
from shared.eventbase.sentence import Words
from shared.web.duties import sentence
from shared.web.history import HistoryEntries, entries_of
from shared.web.paging import Page

# What was taken back, and what a sentence says that was erased.
NEEDED = (EventCorrected, EvaluationContentErased)
_Row = Recorded[Any] | Obligation
_OF_THE_PLAN: tuple[type[Event], ...] = (FirstVersionMade, NextVersionMade, PlanEnded)


def timeline_view(look: PlanLook, page: Page, revision: str) -> Data:
    """Evaluations, incidents, versions of the plan; and what must be done, for full sight."""
    seen = [happened for happened in look.state.folded if _sees(look, happened)]
    if not look.sight.full:
        telling = look.telling
        entries = [_entry(look, telling, recorded) for recorded in seen]
        # With the plan's own versions this would show how many there are that one does not have.
        entries = [*(_own_version(own) for own in look.own_versions), *entries]
        entries.sort(key=lambda e: e["effective_at"])
        return {"entries": page.of(entries), "following": page.following(entries)}
    rows: list[_Row] = [*seen, *look.obligations]
    rows.sort(key=_at)
    told = page.of(rows)
    events = [row for row in told if isinstance(row, Recorded)]
    made = entries_of(TimelineEntries(look), seen, events)
    listed = [
        made[row.stamp.event_id] if isinstance(row, Recorded) else _duty(look, row) for row in told
    ]
    return {"entries": listed, "following": page.following(rows), "revision": revision}


def _at(row: _Row) -> datetime:
    return row.stamp.effective_at if isinstance(row, Recorded) else row.opened.at


def _sees(look: PlanLook, recorded: Recorded[Any]) -> bool:
    """Whether an event exists for this audience."""
    event = recorded.event
    if type(event) in _OF_THE_PLAN:
        return look.sight.full
    if catalogue.events.get(event.TOPIC) is not type(event):
        return False
    # Whoever may not know of an evaluation does not learn of it by one of its parts.
    subjects = {getattr(event, event.SUBJECT), recorded.stamp.stream_id}
    return all(look.sight.sees(subject) for subject in subjects)


def _own_version(own: OwnVersion) -> Data:
    """To whoever has it, their first version is the plan being made, whichever it was."""
    first = own.number == 1
    done = "vastgesteld" if first else "bijgesteld"
    return {
        "name": FirstVersionMade.NAME if first else NextVersionMade.NAME,
        "sentence": f"Het veiligheidsplan is {done}: versie {own.number}.",
        "effective_at": own.made_at,
    }


def _entry(look: PlanLook, telling: Words, recorded: Recorded[Any]) -> Data:
    event, stamp = recorded.event, recorded.stamp
    by = stamp.learned_by
    return {
        "name": event.NAME,
        "sentence": catalogue.sentences[type(event)](event, telling),
        "effective_at": stamp.effective_at,
        "learned_at": stamp.learned_at,
        "learned_by": by if by is not None and look.sight.knows(by) else None,
        "recorded_at": stamp.recorded_at,
        **_part_of(event),
    }


def _part_of(event: Event) -> Data:
    return {
        "evaluation": getattr(event, "evaluation", None),
        "incident": getattr(event, "incident", None),
    }


class TimelineEntries(HistoryEntries):
    """The entries of a timeline: what each is a part of, and whether it was recorded late."""

    def __init__(self, look: PlanLook) -> None:
        super().__init__(catalogue, look)
        self._terms = look.terms

    def own(self, recorded: Recorded[Any]) -> Data:
        """What evaluations adds."""
        stamp = recorded.stamp
        limit = self._terms.due(LATE_RECORDING, stamp.effective_at)
        late = stamp.recorded_at is not None and stamp.recorded_at >= limit
        return {**_part_of(recorded.event), "recorded_late": late}


def _duty(look: PlanLook, obligation: Obligation) -> Data:
    return {
        "name": "verplichting",
        "sentence": sentence(catalogue.duties[obligation.duty], obligation, look.moment.valid),
        "effective_at": obligation.opened.at,
        "event_id": obligation.opened.event_id,
    }
