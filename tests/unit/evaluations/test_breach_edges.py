"""Claims and incidents, at the exact edges: what is unknown, and what came first."""

from __future__ import annotations

import pytest

from services.evaluations.domain import catalogue
from services.evaluations.domain.breaches.claims import ReportBreach
from services.evaluations.domain.breaches.consequences import CarryOutConsequence, ForgoConsequence
from services.evaluations.domain.breaches.findings import Findings, confirmed_claims
from services.evaluations.domain.breaches.owed import ADJUSTMENT as AFTER_BREACH
from services.evaluations.domain.course.obligations import ADJUSTMENT
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.incidents.triage import AssessIncident, Severity
from shared.eventbase.obligation import Obligation
from shared.eventbase.unknown import NotInvolved
from tests.unit.evaluations.case import (
    A1,
    ELS,
    FATMA,
    Case,
    at,
    family,
    person,
    uid,
)
from tests.unit.evaluations.clear_words import ClearWords
from tests.unit.evaluations.test_breaches import SATURDAY, broken, claim, judge, with_consequence


def owed(case: Case, duty: str) -> list[Obligation]:
    """What is or was owed of one duty."""
    return [each for each in case.obligations() if each.duty == duty]


def test_nothing_follows_from_a_claim_that_is_unknown() -> None:
    """W9.3: both reasons to refuse are given."""
    case = with_consequence()
    decisions = (
        CarryOutConsequence(breach=uid(5), what="x", by=FATMA),
        ForgoConsequence(breach=uid(5), reason="x", decided_by=FATMA, consulted=ELS),
    )
    for decision in decisions:
        found = case.refused(decision)
        assert {"niet-nakomen-onbekend", "niet-nakomen-niet-vastgesteld"} <= found


def test_what_was_confirmed_is_told_in_the_order_in_which_it_happened() -> None:
    """R28: not in that of confirming."""
    case = with_consequence()
    first, second = claim(case, "2025-05-24 19:50"), claim(case, "2025-05-25 19:50")
    judge(case, second, "2025-05-26 09:00")
    judge(case, first, "2025-05-27 09:00")
    found = [each.event.breach for each, _ in confirmed_claims(case.state())]
    assert found == [first, second]


def test_an_incident_that_was_judged_twice_asks_from_the_first_and_as_the_strictest_says() -> None:
    """R23: a stricter judgement shortens the term; it does not begin anew."""
    case = family()
    [reported] = case.do(ReportIncident(what="x"), "2025-05-24 19:50")
    for severity, now in ((Severity.SERIOUS, "2025-05-26 09:00"), (None, "2025-05-25 09:00")):
        judged_as = severity or next(each for each in Severity if each is not Severity.SERIOUS)
        case.do(
            AssessIncident(
                incident=reported.incident,
                severity=judged_as,
                classification="x",
                action="y",
                effective_at=at(now),
            ),
            "2025-05-27 09:00",
        )
    [due] = owed(case, ADJUSTMENT)
    assert due.opened.at == at("2025-05-25 09:00")
    assert due.due_at == at("2025-05-27 09:00")
    assert due.supervisor_at == due.due_at


def test_who_reports_and_is_nobody_of_the_dossier_is_told_of_by_name_or_as_somebody() -> None:
    """W9.1: as they were described, if they were."""

    case = family()
    for named, told in (("De buurvrouw", "De buurvrouw"), (None, "Iemand")):
        [event] = case.do(ReportIncident(what="Geschreeuw", reporter_description=named))
        assert catalogue.sentences[type(event)](event, ClearWords()).startswith(told)


def test_a_claim_of_a_breach_is_reported_by_whoever_the_token_says() -> None:
    """W9.1, design 6: not by somebody of another dossier, to whom there is no such plan."""
    case = family()
    with pytest.raises(NotInvolved):
        case.do(ReportBreach(agreement=A1, what="x"), SATURDAY, person(uid(98)))
    [claimed] = case.do(ReportBreach(agreement=A1, what="x"), SATURDAY, person(ELS))
    assert claimed.reporter == ELS


def test_who_claims_a_breach_and_is_nobody_of_the_dossier_is_reported_as_described() -> None:
    """W9.1: in the words of who typed it in."""
    act = ReportBreach(agreement=A1, what="x", reporter_description="De buurvrouw")
    [claimed] = family().do(act, SATURDAY)
    assert claimed.words.content.reporter_description == "De buurvrouw"


def test_the_finding_that_holds_is_the_last_whatever_order_they_came_in() -> None:
    """W9.2, design 2: confirmed and then not; and claims are told as they happened."""
    case = with_consequence()
    first, second, third = (claim(case, f"2025-05-2{day} 19:50") for day in (1, 2, 3))
    for breach in (first, second, third):
        judge(case, breach, "2025-05-26 09:00")
    judge(case, second, "2025-05-27 09:00", confirmed=False)
    state = case.backwards()
    assert state[Findings].confirmed(second) is None
    found = [each.event.breach for each, _ in confirmed_claims(state)]
    assert found == [first, third]


def test_an_adjustment_that_is_owed_after_a_breach_is_with_a_supervisor_when_it_is_due() -> None:
    """W9.2, R23: not before."""
    case = family()
    broken(case, SATURDAY)
    [due] = owed(case, AFTER_BREACH)
    assert due.supervisor_at == due.due_at
