"""A complete closing, and the checks after it (R40)."""

from __future__ import annotations

from typing import Any

from services.plans.domain.course.follow_up import FollowUps, Occasion
from services.plans.domain.plan.closing_evidence import ChildHeard
from tests.unit.plans.acts import Family, add, close, good_enough
from tests.unit.plans.case import STRANGER, at, day
from tests.unit.plans.course.acts import check

DUTY = "nazorg-controleren"
CLOSED = "2026-03-16 14:00"
FLAGS = {
    "afgesloten-zonder-kindgesprek",
    "kind-niet-onlangs-gesproken",
    "afgesloten-zonder-informeren",
    "nazorg-zonder-einde",
}


def closable() -> Family:
    """A plan in force with its picture of good enough."""
    family = Family()
    family.in_force()
    family.case.do(good_enough())
    return family


def closed(**more: Any) -> Family:
    """A closed plan."""
    family = closable()
    family.case.do(close(**more), CLOSED)
    return family


def test_a_closing_with_all_five_is_complete() -> None:
    """R40: outcome, comparison, follow-up, children spoken, everybody informed."""
    family = closable()
    noor = family.case.item(add("Noor"))
    heard = (ChildHeard(noor, day("2026-03-10")),)
    said = close(children=heard, informed=True, follow_up_until=day("2026-09-16"))
    family.case.do(said, CLOSED)
    assert family.case.flags() & FLAGS == set()


def test_what_was_left_out_of_a_closing_stays_in_sight() -> None:
    """R40: nothing is refused for it."""
    assert closed().case.flags() & FLAGS == FLAGS - {"kind-niet-onlangs-gesproken"}
    silent = closed(informed=False, reason_not_informed="Stefan is onvindbaar", children=())
    assert silent.case.flags() & FLAGS == {"afgesloten-zonder-informeren", "nazorg-zonder-einde"}


def test_a_child_that_was_not_spoken_to_in_the_last_two_weeks_is_named() -> None:
    """R40: at most 14 days before; not spoken to at all is an answer."""
    family = closable()
    noor, bas, sem = (family.case.item(add(name)) for name in ("Noor", "Bas", "Sem"))
    heard = (ChildHeard(noor, day("2026-03-02")), ChildHeard(bas, day("2026-03-01")))
    family.case.do(close(children=(*heard, ChildHeard(sem))), CLOSED)
    assert family.case.told("kind-niet-onlangs-gesproken") == [
        f"Kind {child} is in de 14 dagen voor het afsluiten niet gesproken." for child in (bas, sem)
    ]


def test_a_closing_that_cannot_be_so_is_refused() -> None:
    """R40: a stranger, a conversation to come, a silence without reason, an end that is past."""
    family = closable()
    refused = family.case.refused
    assert refused(close(children=(ChildHeard(STRANGER),))) == {"kind-onbekend"}
    to_come = (ChildHeard(family.mirjam, day("2025-04-01")),)
    assert refused(close(children=to_come)) == {"kindgesprek-later"}
    assert refused(close(informed=False)) == {"niet-ingelicht-zonder-reden"}
    assert refused(close(follow_up_until=day("2025-03-09"))) == {"nazorg-voorbij"}


def test_after_three_and_six_months_somebody_looks_how_it_goes() -> None:
    """R40: until the follow-up ends; each look settles its own."""
    family = closed(follow_up_until=day("2026-09-16"))
    three, six = family.case.obligations(DUTY)
    assert not three.overdue(at("2026-06-16 20:00"))
    assert three.overdue(at("2026-06-17 08:00"))
    assert six.overdue(at("2026-09-17 08:00"))
    family.case.do(check(family, Occasion.OTHER))
    family.case.do(check(family, Occasion.SIX_MONTHS, spoken_with=(family.mirjam,)))
    three, six = family.case.obligations(DUTY)
    assert three.settled is None
    assert six.settled is not None
    assert family.case.state()[FollowUps].all[-1].spoken_with == (family.mirjam,)


def test_a_follow_up_that_ends_earlier_owes_no_later_check() -> None:
    """R40: and without an end both are owed."""
    assert len(closed(follow_up_until=day("2026-07-01")).case.obligations(DUTY)) == 1
    assert len(closed().case.obligations(DUTY)) == 2
    assert closable().case.obligations(DUTY) == []


def test_a_plan_that_is_not_closed_has_no_follow_up() -> None:
    """R40: how it goes then is for an evaluation."""
    family = closable()
    assert family.case.refused(check(family)) == {"nazorg-zonder-afsluiting"}
    family.case.do(close())
    assert family.case.refused(check(family)) == set()
    assert family.case.refused(check(family, by=STRANGER)) == {"persoon-onbekend"}
