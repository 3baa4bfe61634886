"""How it went, in the order in which it happened, told in sentences (domain.md 3.10)."""

from __future__ import annotations

from typing import Any

import msgspec

from services.evaluations.domain import catalogue
from services.evaluations.domain.course.happenings import Happenings
from services.evaluations.domain.followed.events import (
    FirstVersionMade,
    NextVersionMade,
    PlanEnded,
    PlanVersionMade,
)
from services.evaluations.domain.terms import LATE_RECORDING
from services.evaluations.views.looking import Data, PlanLook
from shared.eventbase.event import Event, Recorded
from shared.eventbase.obligation import Obligation
from shared.eventbase.sentence import Words
from shared.web.duties import sentence

_OF_THE_PLAN: tuple[type[Event], ...] = (FirstVersionMade, NextVersionMade, PlanEnded)


def timeline_view(look: PlanLook, revision: str) -> Data:
    """Evaluations, incidents, versions of the plan; and what must be done, for full sight."""
    seen = [own for happened in look.state[Happenings].all if (own := _seen(look, happened))]
    telling = look.telling
    entries = [_entry(look, telling, recorded) for recorded in seen]
    if not look.sight.full:
        return {"entries": entries}
    entries += [_duty(look, each) for each in look.obligations]
    return {"entries": sorted(entries, key=lambda e: e["effective_at"]), "revision": revision}


def _seen(look: PlanLook, recorded: Recorded[Any]) -> Recorded[Any] | None:
    """The event as this audience has it, None when it does not exist for them."""
    event = recorded.event
    if type(event) in _OF_THE_PLAN:
        return recorded if look.sight.full else _own_version(look, recorded)
    if catalogue.events.get(event.TOPIC) is not type(event):
        return None
    # Whoever may not know of an evaluation does not learn of it by one of its parts.
    subjects = {getattr(event, event.SUBJECT), recorded.stamp.stream_id}
    return recorded if all(look.sight.sees(subject) for subject in subjects) else None


def _own_version(look: PlanLook, recorded: Recorded[Any]) -> Recorded[Any] | None:
    event = recorded.event
    if not isinstance(event, PlanVersionMade):
        return None
    own = [each.own_version for each in event.changed_for if each.person == look.person]
    if not own:
        return None
    # Told under their own number: the plan's would show how many versions they do not have.
    return Recorded(msgspec.structs.replace(event, version=own[0]), recorded.stamp)


def _entry(look: PlanLook, telling: Words, recorded: Recorded[Any]) -> Data:
    event, stamp = recorded.event, recorded.stamp
    by = stamp.learned_by
    told: Data = {
        "name": event.NAME,
        "sentence": catalogue.sentences[type(event)](event, telling),
        "effective_at": stamp.effective_at,
        "learned_at": stamp.learned_at,
        "learned_by": by if by is not None and look.sight.knows(by) else None,
        "recorded_at": stamp.recorded_at,
        "evaluation": getattr(event, "evaluation", None),
        "incident": getattr(event, "incident", None),
    }
    return told | (_whole(look, recorded) if look.sight.full else {})


def _whole(look: PlanLook, recorded: Recorded[Any]) -> Data:
    stamp = recorded.stamp
    limit = look.terms.due(LATE_RECORDING, stamp.effective_at)
    return {
        "event_id": stamp.event_id,
        "recorded_by": stamp.actor,
        "recorded_late": stamp.recorded_at is not None and stamp.recorded_at >= limit,
    }


def _duty(look: PlanLook, obligation: Obligation) -> Data:
    return {
        "name": "verplichting",
        "sentence": sentence(catalogue.duties[obligation.duty], obligation, look.moment.valid),
        "effective_at": obligation.opened.at,
        "event_id": obligation.opened.event_id,
    }
