"""People whose part ends, and who must take over (W7.1, W7.2)."""

from __future__ import annotations

from services.plans.domain.family.case_lead import AssignCaseLead
from services.plans.domain.family.leaving import Departures, ResumeInvolvement
from services.plans.domain.family.people import People
from tests.unit.plans.acts import Family, agree
from tests.unit.plans.case import STRANGER, at
from tests.unit.plans.network_acts import leave


def test_somebody_who_left_stays_in_the_history_with_the_moment_and_the_reason() -> None:
    """W7.1: a part that ends is a fact, and takes nothing out of the dossier."""
    family = Family()
    family.case.do(leave(family.els), "2025-03-11 10:00")
    state = family.case.state()
    gone = state[Departures].of[family.els]
    assert gone.words.content is not None
    assert (gone.mark.at, gone.words.content.reason) == (at("2025-03-11 10:00"), "Verhuisd")
    assert family.els in state[People].all
    assert family.case.state(valid=at("2025-03-11 09:00"))[Departures].of == {}


def test_somebody_leaves_once_and_can_come_back() -> None:
    """W7.1."""
    family = Family()
    back = ResumeInvolvement(person=family.els, reason="Terug")
    assert family.case.refused(back) == {"niet-vertrokken"}
    family.case.do(leave(family.els))
    assert family.case.refused(leave(family.els)) == {"al-vertrokken"}
    family.case.do(back)
    assert family.case.state()[Departures].of == {}
    assert family.case.refused(leave(STRANGER)) == {"persoon-onbekend"}


def test_the_case_lead_who_left_must_have_a_successor() -> None:
    """W7.2 Accept: recorded as it happened, and in sight until somebody has the lead."""
    family = Family()
    family.case.do(AssignCaseLead(person=family.fatma))
    assert "casusregisseur-vertrokken" not in family.case.flags()
    family.case.do(leave(family.fatma))
    assert "casusregisseur-vertrokken" in family.case.flags()
    family.case.do(AssignCaseLead(person=family.joris))
    assert "casusregisseur-vertrokken" not in family.case.flags()


def test_a_promise_of_somebody_who_left_must_be_taken_over() -> None:
    """W7.1: what they promised stands until somebody ends or changes it."""
    family = Family()
    family.case.do(agree(family.els))
    assert "vertrokken-met-afspraak" not in family.case.flags()
    family.case.do(leave(family.els))
    assert family.case.told("vertrokken-met-afspraak") == [
        f"Persoon {family.els} is niet meer betrokken, maar staat nog bij een afspraak."
    ]
