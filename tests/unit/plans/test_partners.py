"""Reports, and the partners we wait for while safety stays ours to see to (W2.3, R08, R13-R15)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.groundwork.partner_answers import (
    AnswerKind,
    RecordPartnerAnswer,
    waiting_since,
)
from services.plans.domain.groundwork.reports import Authority, Reports, ReportToAuthority
from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, classify
from tests.unit.plans.case import STRANGER, at
from tests.unit.plans.test_meldcode import ACUTE, decide

DECISION, INVESTIGATION = "besluit-veilig-thuis", "onderzoek-veilig-thuis"
CHECK_IN, REPORT = "navragen-bij-raad", "melden-of-uitleggen"
VT, RVDK = Authority.VEILIG_THUIS, Authority.RVDK


def report(authority: Authority = VT) -> ReportToAuthority:
    """A report that the family knew of."""
    return ReportToAuthority(authority=authority, reason="De norm", told_family=True)


def answer(made: UUID, kind: AnswerKind) -> RecordPartnerAnswer:
    """What a partner said."""
    return RecordPartnerAnswer(report=made, kind=kind, said="Wij bellen.", said_by="Balie")


def test_veilig_thuis_that_does_not_answer_in_time_is_overdue_and_we_see_to_it() -> None:
    """W2.3, R13: reported on Tuesday 16 September, due the 23rd; handed over on the 25th."""
    family = Family()
    made = family.case.item(report(), "2025-09-16 10:00")
    [due] = family.case.obligations(DECISION)
    assert (due.about, due.due_at) == (made, at("2025-09-23 22:00"))
    assert due.overdue(at("2025-09-24 09:00"))
    family.case.do(answer(made, AnswerKind.NONE_YET), "2025-09-24 09:00")
    family.case.do(answer(made, AnswerKind.HANDED_OVER), "2025-09-25 10:00")
    [due] = family.case.obligations(DECISION)
    assert due.settled_late
    assert family.case.obligations(INVESTIGATION) == []


def test_an_investigation_has_a_clock_of_its_own() -> None:
    """R14: ten weeks from when Veilig Thuis said that it investigates."""
    family = Family()
    made = family.case.item(report(), "2025-09-16 10:00")
    family.case.do(answer(made, AnswerKind.TAKEN_UP), "2025-09-22 10:00")
    [due] = family.case.obligations(INVESTIGATION)
    assert (due.due_at, due.settled) == (at("2025-12-01 23:00"), None)
    family.case.do(answer(made, AnswerKind.FINISHED), "2025-11-20 10:00")
    [due] = family.case.obligations(INVESTIGATION)
    assert due.settled is not None


def test_the_raad_is_asked_every_two_weeks_until_it_begins() -> None:
    """R15: no norm for the Raad; each time that there is no answer yet we ask again."""
    family = Family()
    made = family.case.item(report(RVDK), "2025-12-18 10:00")
    family.case.do(answer(made, AnswerKind.NONE_YET), "2025-12-30 10:00")
    asked, again = family.case.obligations(CHECK_IN)
    assert (asked.due_at, asked.settled is None) == (at("2026-01-01 23:00"), False)
    assert (again.due_at, again.settled) == (at("2026-01-13 23:00"), None)
    family.case.do(answer(made, AnswerKind.TAKEN_UP), "2026-01-29 10:00")
    assert all(each.settled for each in family.case.obligations(CHECK_IN))
    assert family.case.obligations(DECISION) == []


def test_since_when_we_wait_is_told_until_there_is_nothing_more_to_wait_for() -> None:
    """W2.3: from the report; Veilig Thuis that investigates still owes what it finds."""
    family = Family()
    made = family.case.item(report(), "2025-09-16 10:00")
    waited = [_since(family)]
    kinds = (AnswerKind.NONE_YET, AnswerKind.TAKEN_UP, AnswerKind.FINISHED)
    for day, kind in enumerate(kinds, start=20):
        family.case.do(answer(made, kind), f"2025-09-{day} 10:00")
        waited.append(_since(family))
    reported, taken_up = at("2025-09-16 10:00"), at("2025-09-21 10:00")
    assert waited == [reported, reported, taken_up, None]


def _since(family: Family) -> object:
    state = family.case.state()
    return waiting_since(state, state[Reports].all[0])


def test_an_answer_is_about_a_report_of_this_dossier() -> None:
    """W2.3."""
    family = Family()
    assert family.case.refused(answer(STRANGER, AnswerKind.FINISHED)) == {"melding-onbekend"}


def test_a_report_that_the_family_did_not_know_of_needs_a_reason() -> None:
    """W2.3: mandatory then, and only then."""
    family = Family()
    untold = {"authority": VT, "reason": "De norm", "told_family": False}
    rule = {"gezin-niet-vooraf-ingelicht"}
    assert family.case.refused(ReportToAuthority(**untold)) == rule
    reasoned = ReportToAuthority(**untold, reason_not_told="Dat is te gevaarlijk.")
    assert family.case.refused(reasoned) == set()


def test_unsafety_is_reported_within_a_working_day() -> None:
    """R08: judged on Friday, due at the end of Monday; reporting settles it."""
    family = Family()
    family.case.do(classify(Unsafety.NONE_FOUND), "2025-03-13 10:00")
    assert family.case.obligations(REPORT) == []
    family.case.do(classify(Unsafety.STRUCTURAL), "2025-03-14 10:00")
    family.case.do(classify(Unsafety.ACUTE), "2025-03-15 10:00")
    [due] = family.case.obligations(REPORT)
    assert (due.due_at, due.settled) == (at("2025-03-17 23:00"), None)
    family.case.do(report())
    [due] = family.case.obligations(REPORT)
    assert due.settled is not None


def test_a_recorded_reason_not_to_report_settles_it_too() -> None:
    """R08, W2.1: the decision not to report stands with its reason; another flag tells the norm."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE))
    assert "geen-melding" in family.case.flags()
    family.case.do(decide(family, ACUTE, report=True))
    assert "geen-melding" in family.case.flags()
    family.case.do(decide(family, ACUTE))
    assert "geen-melding" not in family.case.flags()
    assert "niet-gemeld-tegen-norm" in family.case.flags()
    [due] = family.case.obligations(REPORT)
    assert due.settled is not None


def test_unsafe_again_after_it_was_safe_asks_for_a_report_again() -> None:
    """R08: a report from before it was found to be safe was about something else."""
    family = Family()
    family.case.do(classify(Unsafety.STRUCTURAL), "2025-03-14 10:00")
    family.case.do(report(), "2025-03-14 11:00")
    family.case.do(classify(Unsafety.NONE_FOUND), "2025-05-01 10:00")
    family.case.do(classify(Unsafety.STRUCTURAL), "2025-06-02 10:00")
    settled = [each.settled is not None for each in family.case.obligations(REPORT)]
    assert settled == [True, False]
