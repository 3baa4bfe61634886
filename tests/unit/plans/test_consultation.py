"""Consulting a colleague is an act with evidence (W0.3, W1.1, W3.1)."""

from __future__ import annotations

import pytest

from services.plans.domain.family.people import Register
from services.plans.domain.groundwork.consultation import Consultations, Followed
from shared.eventbase.doing import Actor
from tests.unit.plans.acts import Family, consult
from tests.unit.plans.case import STRANGER, at


def test_a_qualified_colleague_who_is_consulted_meets_the_open_point() -> None:
    """W1.1: accepted, kept with advice and moment, and no longer asked for."""
    family = Family()
    assert "geen-collega-geraadpleegd" in family.case.flags()
    family.case.do(consult(family.fatma, family.joris), "2025-03-10 10:00")
    (held,) = family.case.state()[Consultations].all
    assert (held.colleague, held.at) == (family.joris, at("2025-03-10 10:00"))
    assert held.words.content is not None
    assert held.words.content.advice == "Ja, maak een plan."
    assert "geen-collega-geraadpleegd" not in family.case.flags()


def test_nobody_is_their_own_colleague() -> None:
    """W1.1: neither the worker who is named, nor the person whose token it is."""
    family = Family()
    assert family.case.refused(consult(family.fatma, family.fatma)) == {"andere-collega"}
    oneself = Actor("joris", "worker", family.joris)
    act = consult(family.fatma, family.joris)
    assert family.case.refused(act, actor=oneself) == {"andere-collega"}


def test_a_colleague_without_the_named_registration_is_refused() -> None:
    """W1.1: somebody of the network, and a professional of another register."""
    family = Family()
    assert family.case.refused(consult(family.fatma, family.els)) == {"collega-bevoegd"}
    other = consult(family.fatma, family.joris, register=Register.BEHAVIOURAL_SCIENTIST)
    assert family.case.refused(other) == {"collega-bevoegd"}


def test_what_counts_is_the_day_of_the_consultation_and_not_of_its_recording() -> None:
    """W0.3: lapsed yesterday is refused; a consultation of before that can still be typed in."""
    family = Family()
    act = consult(family.fatma, family.joris)
    assert family.case.refused(act, "2025-04-01 09:00") == {"collega-bevoegd"}
    earlier = consult(family.fatma, family.joris, effective_at=at("2025-03-31 20:00"))
    assert family.case.refused(earlier, "2025-04-02 09:00") == set()


def test_the_day_is_counted_as_in_the_netherlands() -> None:
    """W1.1: 22:30 UTC on the last day is the next day in Amsterdam, in summer time."""
    family = Family()
    late = consult(family.fatma, family.joris, effective_at=at("2025-03-31 22:30"))
    assert family.case.refused(late, "2025-04-02 09:00") == {"collega-bevoegd"}


@pytest.mark.parametrize("followed", [Followed.NO, Followed.PARTLY])
def test_advice_that_was_not_followed_needs_a_reason(followed: Followed) -> None:
    """W1.1: refused without one, for "no" and for "partly"."""
    family = Family()
    act = consult(family.fatma, family.joris, followed=followed)
    assert family.case.refused(act) == {"advies-niet-gevolgd"}
    reasoned = consult(
        family.fatma, family.joris, followed=followed, reason_not_followed="Anders gezien."
    )
    assert family.case.refused(reasoned) == set()


def test_everything_that_is_wrong_is_said_at_once() -> None:
    """Design 3: a stranger who is also unqualified, and unexplained."""
    family = Family()
    act = consult(family.fatma, STRANGER, followed=Followed.NO)
    assert family.case.refused(act) == {
        "persoon-onbekend",
        "collega-bevoegd",
        "advies-niet-gevolgd",
    }
