"""Judging unsafety: people judge, the system shows what is open (W0.4, W0.5, W1.2, W3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.plans.domain.groundwork.reports import Authority, ReportToAuthority
from services.plans.domain.groundwork.risk_assessment import (
    Instrument,
    InstrumentPart,
    RegisterRiskAssessment,
    RiskAssessments,
)
from services.plans.domain.groundwork.unsafety import Classifications, Unsafety
from services.plans.domain.plan.agreements import Purpose
from tests.unit.plans.acts import Family, agree, classify
from tests.unit.plans.case import STRANGER, at, day

ARIJ = RegisterRiskAssessment(instrument=Instrument.ARIJ, part=InstrumentPart.WHOLE, outcome="hoog")


def test_no_outcome_of_an_instrument_changes_the_judgement() -> None:
    """W0.4, W0.5: "hoog" is recorded, and nobody was judged unsafe by it."""
    family = Family()
    family.case.do(ARIJ)
    assert len(family.case.state()[RiskAssessments].all) == 1
    assert family.case.state()[Classifications].current is None


def test_a_judgement_without_a_risk_assessment_is_flagged_until_there_is_one() -> None:
    """W1.2: accepted, and open."""
    family = Family()
    assert "geen-risicotaxatie" not in family.case.flags()
    family.case.do(classify(Unsafety.STRUCTURAL))
    assert "geen-risicotaxatie" in family.case.flags()
    family.case.do(ARIJ)
    assert "geen-risicotaxatie" not in family.case.flags()


def test_a_judgement_is_never_edited_so_every_day_shows_its_own() -> None:
    """W3.4: STRUCTURAL since May; ACUTE on 1 November; 31 October still says STRUCTURAL."""
    family = Family()
    family.case.do(classify(Unsafety.STRUCTURAL), "2025-05-02 10:00")
    family.case.do(classify(Unsafety.ACUTE), "2025-11-01 10:00")
    then = family.case.state(valid=at("2025-10-31 23:00"))[Classifications]
    now = family.case.state(valid=at("2025-11-02 09:00"))[Classifications]
    assert then.current is not None
    assert now.current is not None
    assert (then.current.kind, then.is_acute) == (Unsafety.STRUCTURAL, False)
    assert (now.current.kind, now.is_acute) == (Unsafety.ACUTE, True)
    assert now.current.since == at("2025-11-01 10:00")


def test_only_people_of_the_dossier_can_be_endangered() -> None:
    """W7.1."""
    family = Family()
    assert family.case.refused(classify(Unsafety.ACUTE, STRANGER)) == {"persoon-onbekend"}


@pytest.mark.parametrize("kind", [Unsafety.ACUTE, Unsafety.BOTH])
def test_each_endangered_person_without_a_safety_agreement_is_named(kind: Unsafety) -> None:
    """W3.2, R03: agreements only for Mirjam: the flag names Els."""
    family = Family()
    family.case.do(classify(kind, family.mirjam, family.els))
    family.case.do(agree(family.stefan, for_people=(family.mirjam,)))
    told = family.case.told("onbeschermd")
    assert told == [f"Geen directe veiligheidsafspraak voor {family.els}."]


@pytest.mark.parametrize(
    "insufficient",
    [
        {"purpose": Purpose.STABILITY},
        {"valid_from": day("2025-03-11")},
        {"valid_from": day("2025-03-01"), "valid_until": day("2025-03-09")},
    ],
)
def test_only_direct_safety_in_force_today_protects(insufficient: dict[str, object]) -> None:
    """W3.2, R03: another purpose, not begun and past do not count."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.case.do(agree(family.stefan, for_people=(family.mirjam,), **insufficient))
    assert "onbeschermd" in family.case.flags()
    family.case.do(agree(family.stefan, for_people=(family.mirjam,)))
    assert "onbeschermd" not in family.case.flags()


@pytest.mark.parametrize("kind", [Unsafety.STRUCTURAL, Unsafety.NONE_FOUND])
def test_protection_is_asked_for_while_it_is_acute(kind: Unsafety) -> None:
    """W3.2: and no longer after another judgement."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    assert "onbeschermd" in family.case.flags()
    family.case.do(classify(kind, family.mirjam))
    assert "onbeschermd" not in family.case.flags()


def test_unsafety_that_was_not_reported_is_flagged_until_it_is() -> None:
    """R08: at every moment; "none found" asks for nothing."""
    family = Family()
    family.case.do(classify(Unsafety.NONE_FOUND))
    assert "geen-melding" not in family.case.flags()
    family.case.do(classify(Unsafety.STRUCTURAL))
    assert "geen-melding" in family.case.flags()
    before = family.case.now
    family.case.do(
        ReportToAuthority(authority=Authority.VEILIG_THUIS, reason="Norm", told_family=True)
    )
    assert "geen-melding" not in family.case.flags()
    assert "geen-melding" in family.case.flags(f"{before:%Y-%m-%d %H:%M:%S}")
    assert family.case.now - before == timedelta(seconds=1)
