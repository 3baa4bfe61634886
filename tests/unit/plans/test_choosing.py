"""The lists that a team chooses from: settings with a first day, and no fence (T7, W1.2, W0.4)."""

from __future__ import annotations

from datetime import date

from services.plans.domain import catalogue
from services.plans.domain.groundwork.choosing import LISTED
from services.plans.domain.groundwork.risk_assessment import (
    Instrument,
    InstrumentPart,
    RegisterRiskAssessment,
)
from services.plans.views.choices import choices_view
from shared.eventbase.obligation import Obligation
from shared.eventbase.terms import Terms, Threshold
from tests.unit.plans.acts import Family
from tests.unit.plans.case import TERMS, at

ONLY_ARIJ = Threshold(("arij",), date(2025, 3, 14))
FROM_14_MARCH = catalogue.terms({"T7-instrumenten": [ONLY_ARIJ]})


def lirik() -> RegisterRiskAssessment:
    """Another instrument than the usual one."""
    part = InstrumentPart.WHOLE
    return RegisterRiskAssessment(instrument=Instrument.LIRIK, part=part, outcome="zorg")


def arij() -> RegisterRiskAssessment:
    """The usual one."""
    part = InstrumentPart.WHOLE
    return RegisterRiskAssessment(instrument=Instrument.ARIJ, part=part, outcome="hoog")


def owed(family: Family, terms: Terms) -> list[Obligation]:
    """What is, or was, owed because an instrument was not on the list."""
    found = catalogue.obligations(family.case.state(), terms)
    return [each for each in found if each.duty == LISTED]


def test_the_usual_instrument_comes_first_and_others_are_allowed() -> None:
    """T7, W1.2: "a risk instrument" and "the ARIJ": a list of which the ARIJ is the first."""
    listed = choices_view(TERMS, at("2025-03-14 10:00"))["instruments"]
    assert listed == [Instrument.ARIJ, Instrument.LIRIK, Instrument.OTHER]
    family = Family()
    family.case.do(lirik())
    assert owed(family, TERMS) == []


def test_the_list_of_a_municipality_holds_from_its_day_on() -> None:
    """T7: what was filled in the day before was on the list then."""
    shown = [choices_view(FROM_14_MARCH, at(f"2025-03-{day} 10:00")) for day in (13, 14)]
    assert [len(each["instruments"]) for each in shown] == [3, 1]
    family = Family()
    family.case.do(lirik(), "2025-03-13 10:00")
    assert owed(family, FROM_14_MARCH) == []


def test_an_instrument_that_is_not_on_the_list_is_recorded_and_stays_in_sight() -> None:
    """T7, W1.2: nothing blocks what was done; one of the list settles it."""
    family = Family()
    family.case.do(lirik(), "2025-03-14 10:00")
    family.case.do(lirik(), "2025-03-17 10:00")
    first, second = owed(family, FROM_14_MARCH)
    assert (first.rule, first.due_at) == ("T7", at("2025-03-28 23:00"))
    assert first.settled is None and second.settled is None
    family.case.do(arij(), "2025-03-18 10:00")
    assert all(each.settled for each in owed(family, FROM_14_MARCH))


def test_forms_of_unsafety_are_suggested_and_any_other_may_be_named() -> None:
    """W0.4: an open list that a municipality sets."""
    mine = catalogue.terms({"W0.4-vormen": [Threshold(("stalking",), date(2025, 1, 1))]})
    assert choices_view(mine, at("2025-03-14 10:00"))["forms"] == ("stalking",)
    assert "seksueel misbruik" in choices_view(TERMS, at("2025-03-14 10:00"))["forms"]
