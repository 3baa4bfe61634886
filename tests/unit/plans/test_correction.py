"""Correction: a new event that points at the wrong one (W8.1, domain 3.5)."""

from __future__ import annotations

from services.plans.domain.family.case_lead import AssignCaseLead, CaseLead
from services.plans.domain.family.people import People
from services.plans.domain.groundwork.unsafety import Classifications, Unsafety
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.closing_evidence import ChildHeard
from services.plans.domain.plan.correction import CorrectEvent
from tests.unit.plans.acts import (
    Family,
    activate,
    add,
    adjust,
    agree,
    classify,
    close,
    consult,
    good_enough,
    qualified,
)
from tests.unit.plans.case import NOWHERE, Case, at


def correct(case: Case, event: object, *instead: object) -> CorrectEvent:
    """The correction of an event."""
    return CorrectEvent(voids=case.event_id(event), reason="Vergissing", instead=instead)  # type: ignore[arg-type]


def test_a_corrected_event_no_longer_counts_and_what_is_right_stands_in_its_place() -> None:
    """W8.1: one act; before the correction the mistake shows as it was believed."""
    family = Family()
    (wrong,) = family.case.do(agree(family.stefan))
    before = family.case.history[-1].stamp.recorded_at
    assert before is not None
    events = family.case.do(correct(family.case, wrong, agree(family.els)))
    assert [type(event).NAME for event in events] == ["gegeven-gecorrigeerd", "afspraak-gemaakt"]
    (now,) = family.case.state()[Agreements].standing
    (then,) = family.case.state(known=before)[Agreements].standing
    assert (then.responsible, now.responsible) == ((family.stefan,), (family.els,))


def test_what_comes_instead_happened_when_the_mistake_was_said_to_have_happened() -> None:
    """W8.1: as is known today, Els promised it then."""
    family = Family()
    (wrong,) = family.case.do(agree(family.stefan), "2025-03-12 09:00")
    family.case.do(correct(family.case, wrong, agree(family.els)), "2025-03-20 09:00")
    (then,) = family.case.state(valid=at("2025-03-13 09:00"))[Agreements].standing
    assert then.responsible == (family.els,)


def test_a_correction_gives_the_word_back_to_what_stood_before() -> None:
    """W7.2, W3.4: the lead and the judgement of before the mistake hold again."""
    family = Family()
    family.case.do(AssignCaseLead(person=family.fatma))
    family.case.do(classify(Unsafety.STRUCTURAL))
    for act in (AssignCaseLead(person=family.joris), classify(Unsafety.ACUTE)):
        (wrong,) = family.case.do(act)
        family.case.do(correct(family.case, wrong))
    assert family.case.state()[CaseLead].person == family.fatma
    assert not family.case.state()[Classifications].is_acute


def test_an_event_is_corrected_once_and_an_unknown_one_never() -> None:
    """W8.1: what was taken back already is no longer there to take back."""
    family = Family()
    (wrong,) = family.case.do(agree(family.stefan))
    correction = correct(family.case, wrong)
    family.case.do(correction)
    assert family.case.refused(correction) == {"correctie-onbekend"}
    unknown = CorrectEvent(voids=NOWHERE, reason="x")
    assert family.case.refused(unknown) == {"correctie-onbekend"}


def test_versions_the_opening_the_closing_and_corrections_cannot_be_taken_back() -> None:
    """W8.3: people were told of them; they are adjusted instead."""
    family = Family()
    family.case.do(agree(family.stefan))
    (activated,) = family.case.do(activate())
    (adjusted,) = family.case.do(adjust(unchanged=True))
    (described,) = family.case.do(good_enough())
    (closed,) = family.case.do(close())
    (corrected,) = family.case.do(correct(family.case, described))
    for event in (family.opened, activated, adjusted, closed, corrected):
        assert family.case.refused(correct(family.case, event)) == {"correctie-van-versie"}


def test_somebody_who_is_still_named_cannot_be_taken_out_of_the_dossier() -> None:
    """W7.1, design 6: with them would go whom they are hidden from."""
    family = Family()
    (hans,) = family.case.do(add("Hans", hidden_from=(family.stefan,)))
    family.case.do(agree(hans.person, family.stefan))
    assert family.case.refused(correct(family.case, hans)) == {"correctie-van-betrokkene"}
    (lead,) = family.case.do(qualified("Leo"))
    family.case.do(AssignCaseLead(person=lead.person))
    assert family.case.refused(correct(family.case, lead)) == {"correctie-van-betrokkene"}


def test_somebody_who_was_added_by_mistake_can_be_taken_out() -> None:
    """W8.1: while nothing names them."""
    family = Family()
    (truus,) = family.case.do(add("Truus", hidden_from=(family.stefan,)))
    family.case.do(correct(family.case, truus))
    assert truus.person not in family.case.state()[People].all


def test_a_correction_of_what_stands_in_the_version_waits_for_an_adjustment() -> None:
    """W8.3: until then the family reads the mistake; then nothing is "unchanged"."""
    family = Family()
    family.case.do(agree(family.els))
    (wrong,) = family.case.do(agree(family.stefan))
    family.case.do(activate())
    (corrected,) = family.case.do(correct(family.case, wrong))
    assert family.case.pending == {corrected.item}
    assert family.case.refused(adjust(unchanged=True)) == {"bijstelling-tegenstrijdig"}
    assert family.case.refused(adjust()) == set()
    assert family.case.pending == set()


def test_a_correction_of_what_no_version_holds_waits_for_nothing() -> None:
    """W8.3: a judgement, and an agreement that was made since the version."""
    family = Family()
    (judged,) = family.case.do(classify(Unsafety.STRUCTURAL))
    family.in_force()
    (later,) = family.case.do(agree(family.els))
    for event in (judged, later):
        family.case.do(correct(family.case, event))
    assert family.case.pending == set()
    assert family.case.refused(adjust(unchanged=True)) == set()


def test_what_comes_instead_meets_its_own_rules() -> None:
    """W8.1: all of it, or nothing is corrected."""
    family = Family()
    (wrong,) = family.case.do(agree(family.stefan))
    act = correct(family.case, wrong, agree(), agree(family.els))
    assert family.case.refused(act) == {"afspraak-zonder-wie"}
    (held,) = family.case.state()[Agreements].standing
    assert held.responsible == (family.stefan,)


def test_whoever_is_named_anywhere_stays_in_the_dossier() -> None:
    """W7.1: who was consulted too, of whom nothing in the plan itself speaks."""
    family = Family()
    case = family.case
    (added,) = case.do(qualified("Nora"))
    case.do(consult(family.fatma, added.person))
    assert case.refused(correct(case, added)) == {"correctie-van-betrokkene"}
    (mistake,) = case.do(qualified("Noor"))
    case.do(correct(case, mistake))
    assert added.person in case.state()[People].all
    assert mistake.person not in case.state()[People].all


def test_whoever_is_named_in_what_cannot_be_taken_back_stays_too() -> None:
    """W7.1, R40: the children of whom the closing tells."""
    family = Family()
    case = family.case
    family.in_force()
    case.do(good_enough())
    (added,) = case.do(add("Noor"))
    heard = ChildHeard(added.person, case.now.date())
    case.do(close(children=(heard,)))
    assert case.refused(correct(case, added)) == {"correctie-van-betrokkene"}
