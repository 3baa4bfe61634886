"""No act of a person tells them whether something is there that they may not know of."""

from __future__ import annotations

from uuid import UUID

import pytest

from services.plans.domain import catalogue
from services.plans.domain.family.people import People
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.state import State
from tests.unit.oracles import World, acts_of_persons, id_fields, moments_told, oracles, tells_apart
from tests.unit.plans.acts import Family, activate, add, adjust, agree, bottom_line, concern
from tests.unit.plans.histories import change, random_history
from tests.unit.plans.test_emergency import code_word
from tests.unit.plans.test_tasks import Division

ASKED = [(act, field) for act in acts_of_persons(catalogue) for field in id_fields(act)]


def world(family: Family, person: UUID) -> World:
    """Everything that one of a family may ask."""
    case = family.case

    def hide(item: UUID) -> State | None:
        state = case.state()
        reach = state[Reaches].of.get(item)
        if item == person or reach is None:
            return None
        state[Reaches].put(item, reach.concerns, reach.hidden_from | {person})
        return state

    def seen(state: State, item: UUID) -> bool:
        reach = state[Reaches].of.get(item, Reach())
        if item in state[People].all:
            return person not in reach.hidden_from
        return reach.includes(person) and not _is_draft(state, item)

    return World(catalogue, case.history, case.state, person, case.now, seen, hide)


def _is_draft(state: State, item: UUID) -> bool:
    agreement, current = state[Agreements].all.get(item), state[Versions].current
    return agreement is not None and (current is None or agreement.changed > current.at_version)


def secretive() -> tuple[Family, UUID]:
    """Stefan keeps an agreement and a task; much else there is hidden from him, or another's."""
    division = Division()
    family, stefan = division.family, division.family.stefan
    do, out_of_sight = family.case.do, {"hidden_from": (stefan,)}
    hans = family.case.item(add("Hans", **out_of_sight))
    secret = family.case.item(agree(family.mirjam, hans, **out_of_sight))
    unread = family.case.item(agree(stefan, family.mirjam, **out_of_sight))
    do(code_word(family))
    do(concern(about=(stefan,)))
    do(bottom_line(family.mirjam, **out_of_sight))
    do(division.task(party=stefan))
    do(division.task(party=family.els))
    do(division.task(agreement=secret, party=hans, **out_of_sight))
    do(division.task(agreement=unread, party=family.mirjam))
    do(activate())
    do(adjust(change(secret, family.mirjam)))
    do(agree(stefan, family.els))
    return family, stefan


@pytest.mark.parametrize(("act", "field"), ASKED, ids=str)
def test_an_id_that_is_hidden_is_refused_as_one_that_is_not_there(
    act: type[Act], field: str
) -> None:
    """Design 6, 3.7: of whatever it is, at whatever moment it is said to have happened."""
    assert oracles(world(*secretive()), act, field) == []


@pytest.mark.parametrize(("act", "field"), ASKED, ids=str)
def test_no_moment_is_refused_that_another_is_not(act: type[Act], field: str) -> None:
    """Design 6: moment by moment, that would tell when a version was made or a thing changed."""
    assert moments_told(world(*secretive()), act, field) == []


@pytest.mark.parametrize(("act", "field"), ASKED, ids=str)
def test_what_is_seen_gets_another_answer(act: type[Act], field: str) -> None:
    """The test above can fail."""
    assert tells_apart(world(*secretive()), act, field)


@pytest.mark.parametrize("seed", range(3))
def test_no_history_makes_an_oracle(seed: int) -> None:
    """Design 6: whatever was backdated, corrected, ended or changed."""
    family = random_history(seed)
    for person in (family.stefan, family.els):
        asked = world(family, person)
        told = {(act, field): oracles(asked, act, field) for act, field in ASKED}
        assert {each: found for each, found in told.items() if found} == {}
