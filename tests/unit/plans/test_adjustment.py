"""Adjustment: many changes, one cause, one version (W8.3, W9.1, T4)."""

from __future__ import annotations

import pytest

from services.plans.domain.plan.agreeing import EndAgreement
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.versions import Cause, CauseKind, Versions
from tests.unit.plans.acts import (
    Family,
    activate,
    adjust,
    agree,
    bottom_line,
    close,
    good_enough,
    rhythm,
)
from tests.unit.plans.case import NOWHERE, STRANGER, at, uid


def numbers(family: Family) -> list[int]:
    """The numbers of all versions, in order."""
    return [version.number for version in family.case.state()[Versions].all]


def test_many_changes_make_one_version_with_one_cause() -> None:
    """W8.3: an end, a new agreement, a bottom line and a rhythm, in one act."""
    family = Family()
    old = family.in_force()
    because = Cause(CauseKind.INCIDENT, uid(50))
    changes = (
        EndAgreement(item=old, reason="Werkte niet"),
        agree(family.els),
        bottom_line(family.mirjam),
        rhythm(),
    )
    events = family.case.do(adjust(*changes, cause=because))
    assert [type(event).NAME for event in events] == [
        "afspraak-beeindigd",
        "afspraak-gemaakt",
        "bodemeis-gesteld",
        "evaluatieritme-afgesproken",
        "plan-bijgesteld",
    ]
    assert numbers(family) == [1, 2]
    acts = {r.stamp.act_id for r in family.case.history if r.event in events}
    assert len(acts) == 1
    current = family.case.state()[Versions].current
    assert current is not None
    assert (current.cause, current.unchanged) == (because, False)
    assert family.case.pending == set()


def test_all_changes_that_cannot_be_are_refused_at_once_and_nothing_happens() -> None:
    """W8.3: one wrong change among good ones makes no half version."""
    family = Family()
    family.in_force()
    wrong = (agree(), agree(family.els), agree(STRANGER), EndAgreement(item=NOWHERE, reason="x"))
    assert family.case.refused(adjust(*wrong)) == {
        "afspraak-zonder-wie",
        "persoon-onbekend",
        "afspraak-onbekend",
    }
    assert numbers(family) == [1]
    assert len(family.case.state()[Agreements].standing) == 1


def test_a_change_sees_what_the_changes_before_it_led_to() -> None:
    """W8.3: the same agreement cannot be ended twice in one adjustment."""
    family = Family()
    item = family.in_force()
    twice = (EndAgreement(item=item, reason="a"), EndAgreement(item=item, reason="b"))
    assert family.case.refused(adjust(*twice)) == {"afspraak-onbekend"}


def test_a_confirmation_that_nothing_changes_is_said_and_makes_a_version() -> None:
    """T4, W8.3: silence is refused, "ongewijzigd bevestigd" is version 2."""
    family = Family()
    family.in_force()
    assert family.case.refused(adjust()) == {"bijstelling-zonder-wijziging"}
    family.case.do(adjust(unchanged=True))
    current = family.case.state()[Versions].current
    assert current is not None
    assert (current.number, current.unchanged) == (2, True)


def test_unchanged_with_changes_contradicts_itself() -> None:
    """W8.3: with changes of its own, and with what was agreed since the last version."""
    family = Family()
    family.in_force()
    both = adjust(agree(family.els), unchanged=True)
    assert family.case.refused(both) == {"bijstelling-tegenstrijdig"}
    family.case.do(agree(family.els))
    assert family.case.refused(adjust(unchanged=True)) == {"bijstelling-tegenstrijdig"}


def test_what_was_agreed_since_the_last_version_is_a_change_by_itself() -> None:
    """W8.3: the next version takes it along without naming it again."""
    family = Family()
    family.in_force()
    item = family.case.item(agree(family.els))
    assert family.case.pending == {item}
    assert family.case.refused(adjust()) == set()
    assert family.case.pending == set()


def test_without_a_plan_there_is_nothing_to_adjust() -> None:
    """W8.3."""
    family = Family()
    assert family.case.refused(adjust(agree(family.els))) == {"bijstelling-zonder-plan"}


@pytest.mark.parametrize("kind", [CauseKind.EVALUATION, CauseKind.INCIDENT])
def test_an_evaluation_or_incident_that_is_the_cause_is_named(kind: CauseKind) -> None:
    """W8.3, W9.1: by its id; it may still be on its way here, so the id is not looked up."""
    family = Family()
    family.in_force()
    nameless = adjust(unchanged=True, cause=Cause(kind))
    assert family.case.refused(nameless) == {"bijstelling-zonder-oorzaak"}
    named = adjust(unchanged=True, cause=Cause(kind, uid(60)))
    assert family.case.refused(named) == set()


def test_a_closed_plan_is_not_adjusted() -> None:
    """W0.6."""
    family = Family()
    family.in_force()
    family.case.do(good_enough())
    family.case.do(close())
    assert family.case.refused(adjust(unchanged=True)) == {"plan-afgesloten"}


def test_a_version_never_lies_before_the_one_it_follows() -> None:
    """W8.3, W0.11: version 2 "made" before version 1 would leave version 1 in force."""
    family = Family()
    family.case.do(agree(family.stefan), "2025-03-10 10:00")
    family.case.do(activate(), "2025-03-10 16:30")
    early = adjust(unchanged=True, effective_at=at("2025-03-10 12:00"))
    assert family.case.refused(early, "2025-03-12 09:00") == {"bijstelling-voor-vorige"}
