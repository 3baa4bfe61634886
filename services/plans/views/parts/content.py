"""What a plan says: its agreements and bottom lines, as far as one audience sees them."""

from __future__ import annotations

from datetime import date
from typing import Any

from services.plans.domain.family.people import People, Person
from services.plans.domain.groundwork.adopting import Adoptions, to_confirm
from services.plans.domain.plan.agreements import Agreement, Agreements
from services.plans.domain.plan.bottom_lines import BottomLine, BottomLines
from services.plans.domain.plan.schedule import Schedules
from shared.access.gate import Sight
from shared.eventbase.state import State

Data = dict[str, Any]


def plan_content(sight: Sight, state: State, day: date) -> Data:
    """The content of ``state`` on ``day`` for the audience of ``sight``."""
    return {
        "agreements": [
            _agreement(sight, state, agreement, day)
            for agreement in state[Agreements].standing
            if sight.sees(agreement.item)
        ],
        "bottom_lines": [
            _bottom_line(sight, line)
            for line in state[BottomLines].standing
            if sight.sees(line.item)
        ],
        "schedule": _schedule(sight, state),
        "people": people_content(sight, state),
    }


def _agreement(sight: Sight, state: State, agreement: Agreement, day: date) -> Data:
    said = sight.said(agreement.words)
    return {
        "item": agreement.item,
        "what": said("what"),
        "if_kept": said("if_kept"),
        "if_not_kept": said("if_not_kept"),
        "responsible": sight.known(agreement.responsible),
        "for_people": sight.known(agreement.for_people),
        "purpose": agreement.purpose,
        "valid_from": agreement.valid_from,
        "valid_until": agreement.valid_until,
        "in_force": agreement.in_force_on(day),
    } | _for_full_sight(sight, state, agreement)


def _for_full_sight(sight: Sight, state: State, agreement: Agreement) -> Data:
    if not sight.full:
        return {}
    reach = sight.reach(agreement.item)
    origin = state[Adoptions].of.get(agreement.item)
    return {
        "shared_with": agreement.shared_with,
        "based_on": agreement.based_on,
        "bottom_lines": agreement.bottom_lines,
        "risk_statements": agreement.risk_statements,
        "hidden_from": sorted(reach.hidden_from),
        "earlier_plan": origin.earlier_plan if origin else None,
        "to_confirm": to_confirm(state, agreement),
    }


def _bottom_line(sight: Sight, line: BottomLine) -> Data:
    said = sight.said(line.words)
    return {
        "item": line.item,
        "text": said("text"),
        "reason": said("reason"),
        "measurable_by": said("measurable_by"),
        "for_people": sight.known(line.for_people),
        "set_by": line.set_by,
    } | ({"concerns": line.concerns} if sight.full else {})


def _schedule(sight: Sight, state: State) -> Data | None:
    schedule = state[Schedules].current
    if schedule is None or not sight.sees(schedule.item):
        return None
    said = sight.said(schedule.words)
    return {
        "first_on": schedule.first_on,
        "every_weeks": schedule.every_weeks,
        "manner": said("manner"),
        "where": said("where"),
        "participants": sight.known(schedule.participants),
    }


def people_content(sight: Sight, state: State) -> list[Data]:
    """The people of ``state`` whom the audience may know; who they are to others is not for all."""
    return [
        person_content(sight, person)
        for person in state[People].all.values()
        if sight.knows(person.person)
    ]


def person_content(sight: Sight, person: Person) -> Data:
    """One person, as far as the audience may know who they are."""
    said = sight.said(person.details)
    known: Data = {"person": person.person, "name": said("name")}
    return known | ({"relation": said("relation"), "kind": person.kind} if sight.full else {})
