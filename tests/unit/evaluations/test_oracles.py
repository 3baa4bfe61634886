"""No act of a person tells them whether something is there that they may not know of."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
import pytest

from services.evaluations.domain import catalogue
from services.evaluations.domain.between.addressing import AddressPerson
from services.evaluations.domain.between.observations import RecordObservation
from services.evaluations.domain.breaches.claims import ReportBreach
from services.evaluations.domain.followed.people import People
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.incidents.reporting import ReportIncident
from shared.eventbase.act import Act
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.state import State
from tests.unit.evaluations.case import (
    A2,
    ELS,
    ITEMS,
    MIRJAM,
    NOOR,
    READERS,
    STEFAN,
    Case,
    evaluated,
    family,
    version,
)
from tests.unit.oracles import World, acts_of_persons, id_fields, moments_told, oracles, tells_apart

ASKED = [(act, field) for act in acts_of_persons(catalogue) for field in id_fields(act)]


def secretive() -> Case:
    """A family in which much was said, of which Stefan may not know everything."""
    case = family(hidden={NOOR: (STEFAN,)})
    case.follow(version(2, items=_without(A2)), "2025-03-11 10:00")
    evaluated(case, "2025-03-14 10:00")
    out_of_sight = {"hidden_from": (STEFAN,)}
    told: tuple[Act, ...] = (
        RecordObservation(what="x", observer=STEFAN),
        RecordObservation(what="x", observer=STEFAN, **out_of_sight),
        RecordObservation(what="x", observer=ELS),
        AddressPerson(whom=STEFAN, by=ELS, about="x"),
        ReportIncident(what="x", reporter=STEFAN),
        ReportIncident(what="x", reporter=MIRJAM, **out_of_sight),
        ReportBreach(agreement=A2, what="x", reporter=ELS),
    )
    for act in told:
        case.do(act)
    return case


def _without(item: UUID) -> tuple[Any, ...]:
    others = tuple(reader for reader in READERS if reader != STEFAN)
    return tuple(
        msgspec.structs.replace(each, readers=others) if each.item == item else each
        for each in ITEMS
    )


def world(case: Case) -> World:
    """Everything that Stefan may ask."""

    def hide(item: UUID) -> State | None:
        state = case.state()
        reach = state[Reaches].of.get(item)
        if item == STEFAN or reach is None:
            return None
        state[Reaches].put(item, reach.concerns, reach.hidden_from | {STEFAN})
        return state

    def seen(state: State, item: UUID) -> bool:
        reach = state[Reaches].of.get(item, Reach())
        on_paper = state[Plan].item_at(item, case.now)
        if item in state[People].all:
            return STEFAN not in reach.hidden_from
        return reach.includes(STEFAN) or (on_paper is not None and STEFAN in on_paper.readers)

    return World(catalogue, case.history, case.state, STEFAN, case.now, seen, hide)


@pytest.mark.parametrize(("act", "field"), ASKED, ids=str)
def test_an_id_that_is_hidden_is_refused_as_one_that_is_not_there(
    act: type[Act], field: str
) -> None:
    """Design 6, 3.7: of whatever it is, at whatever moment it is said to have happened."""
    assert oracles(world(secretive()), act, field) == []


@pytest.mark.parametrize(("act", "field"), ASKED, ids=str)
def test_no_moment_is_refused_that_another_is_not(act: type[Act], field: str) -> None:
    """Design 6: moment by moment, that would tell when a version was made or a thing changed."""
    assert moments_told(world(secretive()), act, field) == []


@pytest.mark.parametrize(("act", "field"), ASKED, ids=str)
def test_what_is_seen_gets_another_answer(act: type[Act], field: str) -> None:
    """The test above can fail."""
    assert tells_apart(world(secretive()), act, field)
