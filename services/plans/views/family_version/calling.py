"""Whom somebody turns to: in danger, and with a question about the plan (W7.2, domain.md 4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import msgspec

from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.plan.emergency import EmergencyPlan, Piece
from services.plans.domain.together.cover import Absence, Absences
from services.plans.domain.together.handover import Handovers
from services.plans.views.family_version.reader import Reader

ALARM = "112"


class StandIn(msgspec.Struct, frozen=True):
    """Who replaces the case lead, and on which days."""

    name: str
    first_day: date
    last_day: date | None


def pieces(reader: Reader, kind: Piece, secrets: bool) -> list[str]:
    """What the emergency plan tells this person, of one kind, first things first.

    As it is at the moment that is asked for: a piece holds at once, and stands in no version.
    """
    sight = reader.look.sight_of(reader.actor)
    found = reader.look.state[EmergencyPlan].pieces.values()
    own = [each for each in found if each.piece is kind and sight.sees(each.item)]
    shown = [each for each in own if secrets or not reader.is_secret(each.item)]
    return [sight.said(each.words)("text") for each in sorted(shown, key=lambda each: each.order)]


def lead(reader: Reader) -> str | None:
    """Who leads, as the version had it, or as this person was told since."""
    found = _lead(reader)
    return reader.introduced(found) if found is not None else None


def stand_ins(reader: Reader) -> list[StandIn]:
    """Who replaces the lead, as the version had it, now or later."""
    found = (_stand_in(reader, each) for each in _absences(reader))
    return [each for each in found if each is not None]


def _lead(reader: Reader) -> UUID | None:
    then, now = reader.state[Handovers].leads, reader.look.state[Handovers].leads
    told, still = now.get(reader.person, []), reader.look.now[Handovers].leads
    # A new lead is theirs to know from when they were told, and not from when it was decided.
    if told != then.get(reader.person, []) and told[-1] in still.get(reader.person, ()):
        return told[-1]
    return reader.state[CaseLead].person


def _absences(reader: Reader) -> Iterator[Absence]:
    for absence in reader.state[Absences].all.values():
        last_day = absence.announced.last_day
        is_over = last_day is not None and last_day < reader.look.day
        if absence.announced.person == _lead(reader) and not is_over:
            yield absence


def _stand_in(reader: Reader, absence: Absence) -> StandIn | None:
    name = reader.introduced(absence.cover.person) if absence.cover is not None else None
    if name is None:
        return None
    return StandIn(name, absence.announced.first_day, absence.announced.last_day)
