"""Tasks that the network takes over, and gives back (S7.1)."""

from __future__ import annotations

from typing import Any

from services.plans.domain.family.people import PartyKind
from services.plans.domain.together.takeovers import ReturnTask, TakeOverTask
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import MARCH_10, MARCH_17, Family, add
from tests.unit.plans.case import NOWHERE, at, day


def cooking(family: Family, **more: Any) -> TakeOverTask:
    """Els cooks for Mirjam, for a week."""
    said = {
        "task": "Koken",
        "from_person": family.mirjam,
        "by": family.els,
        "first_day": MARCH_10,
        "last_day": MARCH_17,
    }
    return TakeOverTask(**said | more)


def test_a_task_is_taken_over_and_given_back() -> None:
    """S7.1: by the grandmother, until the mother can do it again."""
    family = Family()
    taken = family.case.item(cooking(family))
    assert family.case.state()[Reaches].of[taken].concerns == {family.mirjam, family.els}
    family.case.do(ReturnTask(takeover=taken, how="Het gaat weer"))
    assert family.case.refused(ReturnTask(takeover=taken)) == {"overname-onbekend"}
    assert family.case.refused(ReturnTask(takeover=NOWHERE)) == {"overname-onbekend"}


def test_a_task_that_should_be_back_is_asked_about() -> None:
    """S7.1: not on its last day, but after it, until it is known to be back."""
    family = Family()
    taken = family.case.item(cooking(family))
    assert "overname-afgelopen" not in family.case.flags("2025-03-17 12:00")
    assert "overname-afgelopen" in family.case.flags("2025-03-18 12:00")
    family.case.do(ReturnTask(takeover=taken), "2025-03-18 09:00")
    assert "overname-afgelopen" not in family.case.flags("2025-03-18 12:00")


def test_a_task_goes_from_one_person_to_another_and_its_days_run_forward() -> None:
    """S7.1."""
    family = Family()
    assert family.case.refused(cooking(family, by=family.mirjam)) == {"overname-van-zichzelf"}
    backwards = cooking(family, last_day=day("2025-03-09"))
    assert family.case.refused(backwards) == {"overname-looptijd"}
    taken = family.case.item(cooking(family))
    early = ReturnTask(takeover=taken, effective_at=at("2025-03-09 09:00"))
    assert family.case.refused(early) == {"teruggave-voor-overname"}


def test_help_of_somebody_who_is_hidden_is_not_told_of() -> None:
    """Domain 3.7: Hans, who is hidden from Stefan, helps Mirjam."""
    family = Family()
    stefan = family.stefan
    hans = family.case.item(add("Hans", PartyKind.NETWORK, hidden_from=(stefan,)))
    shared = cooking(family, by=hans, shared_with=(stefan,))
    assert family.case.refused(shared) == {"overname-verraadt-iemand"}
    assert family.case.refused(cooking(family, by=hans)) == set()
