"""What a plan says: its agreements and bottom lines, as far as one audience sees them."""

from __future__ import annotations

from typing import Any

from services.plans.domain.agreements import Agreement, Agreements
from services.plans.domain.bottom_lines import BottomLine, BottomLines
from services.plans.domain.people import People
from services.plans.domain.schedule import Schedules
from services.plans.views.looking import Look
from shared.eventbase.calendar import local_day
from shared.eventbase.state import State

Data = dict[str, Any]


def plan_content(look: Look, state: State) -> Data:
    """The content of ``state`` at V for the audience of ``look``."""
    return {
        "agreements": [
            _agreement(look, agreement)
            for agreement in state[Agreements].standing
            if look.sight.sees(agreement.item)
        ],
        "bottom_lines": [
            _bottom_line(look, line)
            for line in state[BottomLines].standing
            if look.sight.sees(line.item)
        ],
        "schedule": _schedule(look, state),
        "people": _people(look, state),
    }


def _agreement(look: Look, agreement: Agreement) -> Data:
    return {
        "item": agreement.item,
        "what": look.text(agreement.words, "what"),
        "if_kept": look.text(agreement.words, "if_kept"),
        "if_not_kept": look.text(agreement.words, "if_not_kept"),
        "responsible": look.people(agreement.responsible),
        "for_people": look.people(agreement.for_people),
        "purpose": agreement.purpose,
        "valid_from": agreement.valid_from,
        "valid_until": agreement.valid_until,
        "in_force": agreement.in_force_on(local_day(look.moment.valid)),
    } | _for_full_sight(look, agreement)


def _for_full_sight(look: Look, agreement: Agreement) -> Data:
    if not look.sight.full:
        return {}
    reach = look.reach(agreement.item)
    return {
        "shared_with": agreement.shared_with,
        "based_on": agreement.based_on,
        "bottom_lines": agreement.bottom_lines,
        "hidden_from": sorted(reach.hidden_from),
    }


def _bottom_line(look: Look, line: BottomLine) -> Data:
    return {
        "item": line.item,
        "text": look.text(line.words, "text"),
        "reason": look.text(line.words, "reason"),
        "measurable_by": look.text(line.words, "measurable_by"),
        "for_people": look.people(line.for_people),
        "set_by": line.set_by,
    }


def _schedule(look: Look, state: State) -> Data | None:
    schedule = state[Schedules].current
    if schedule is None or not look.sight.sees(schedule.item):
        return None
    return {
        "first_on": schedule.first_on,
        "every_weeks": schedule.every_weeks,
        "manner": look.text(schedule.words, "manner"),
        "where": look.text(schedule.words, "where"),
        "participants": look.people(schedule.participants),
    }


def _people(look: Look, state: State) -> list[Data]:
    known = [p for p in state[People].all.values() if look.sight.knows(p.person)]
    return [
        {"person": person.person, "name": look.text(person.details, "name")}
        | ({"relation": look.text(person.details, "relation"), "kind": person.kind} if look.sight.full else {})
        for person in known
    ]
