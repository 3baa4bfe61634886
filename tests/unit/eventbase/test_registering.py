"""What is registered when a service is put together: acts, rules for all, and types (design 2)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
import pytest

from shared.eventbase.act import Act, Registered
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Event, shape
from shared.eventbase.known_types import known
from shared.eventbase.learned import LEARNED_BY_THE_ORGANISATION
from shared.eventbase.rule import Refused, Rule, when
from shared.eventbase.state import Fold, State
from tests.unit.eventbase.happenings import PLAN, START, Said, TakenBack, event_id

ME = UUID(int=1, version=4)


class Nod(Act, frozen=True, kw_only=True):
    """Nods."""


class Here(msgspec.Struct, frozen=True):
    """A place."""

    x: int


class There(msgspec.Struct, frozen=True):
    """Another."""

    y: int


@pytest.mark.parametrize(
    ("emits", "takes_back"),
    [((Said,), False), ((TakenBack,), True), ((Said, TakenBack), True), ((), False)],
)
def test_an_act_takes_back_when_one_of_its_events_does(
    emits: tuple[type[Event], ...], takes_back: bool
) -> None:
    """W8.1: whatever else it leads to."""
    assert Registered(Nod, lambda *_: [], "Knikken", ("W1",), emits).takes_back is takes_back


def test_a_rule_for_every_act_is_asked_beside_the_rules_of_its_own() -> None:
    """Design 3: an act that breaks it is refused, with its own breaches first."""
    catalogue = Catalogue("test")
    catalogue.act(Nod, "Knikken", ("W1",), (Said,))(lambda *_: [Said(1)])
    doing = Doing(Actor("fatma", "worker"), START, lambda: event_id(1))
    assert catalogue.decide(State(PLAN), Nod(), doing) == [Said(1)]
    catalogue.always(Rule("nooit", "W1", "Dat kan niet.", lambda *_: when(True)))
    with pytest.raises(Refused, match=r"Dat kan niet\."):
        catalogue.decide(State(PLAN), Nod(), doing)


@pytest.mark.parametrize(("when_heard", "by"), [(START, None), (None, ME), (START, ME)])
def test_only_who_works_for_the_organisation_says_when_it_learned_of_something(
    when_heard: datetime | None, by: UUID | None
) -> None:
    """W9.1: when, or from whom; of anybody else neither is taken."""
    act = Nod(learned_at=when_heard, learned_by=by)
    for role, often in (("worker", 0), ("person", 1)):
        doing = Doing(Actor("token", role), START, lambda: ME)
        rule = LEARNED_BY_THE_ORGANISATION
        assert len(rule.broken(State(PLAN), act, doing)) == often
        assert rule.broken(State(PLAN), Nod(), doing) == []


def test_types_are_looked_at_when_they_are_made_known() -> None:
    """A type that cannot be read is found out before anybody is served."""
    known(Here, There)
    with pytest.raises(TypeError, match="tagged"):
        known(Here, Here | There)


def test_a_fold_of_nothing_is_a_state_of_that_plan_and_nothing_is_known_of_it() -> None:
    """Design 3: until the first event."""
    state = Fold()(PLAN, [])
    assert (state.plan_id, state.known) == (PLAN, False)


class Listed(Event, frozen=True):
    """An event with a list that may be left out."""

    TOPIC = "test.listed"
    NAME = "opgesomd"

    by: list[UUID] = msgspec.field(default_factory=list)


def test_what_may_be_left_out_of_an_event_may_be_left_out_of_its_core() -> None:
    """Design 4: and what is made for one is not shared with another."""
    core = shape(Listed).core_type
    one, other = (msgspec.convert({}, core) for _ in range(2))
    assert one.by == [] == other.by  # type: ignore[attr-defined]
    assert one.by is not other.by  # type: ignore[attr-defined]
