"""The clocks of partners: when we ask them where it stands (W2.3, R13, R14, R15)."""

from __future__ import annotations

from collections.abc import Iterator

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.partner_answers import (
    AnswerKind,
    PartnerAnswer,
    PartnerAnswers,
)
from services.plans.domain.groundwork.reports import Authority, Report, Reports
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

DECISION = "besluit-veilig-thuis"
INVESTIGATION = "onderzoek-veilig-thuis"
CHECK_IN = "navragen-bij-raad"
CLOCKS = frozenset({DECISION, INVESTIGATION, CHECK_IN})
_DECIDES = catalogue.threshold("R13", Term(working_days=5))
_INVESTIGATES = catalogue.threshold("R14", Term(weeks=10))
_ASKED = catalogue.threshold("R15", Term(weeks=2))


def _reports(state: State, authority: Authority) -> Iterator[tuple[Report, list[PartnerAnswer]]]:
    for report in state[Reports].all:
        if report.authority is authority:
            yield report, state[PartnerAnswers].to.get(report.item, [])


def _decision(state: State, terms: Terms) -> Iterator[Obligation]:
    for report, answers in _reports(state, Authority.VEILIG_THUIS):
        decided = [a.mark for a in answers if a.kind is not AnswerKind.NONE_YET]
        due_at, settled = terms.due(_DECIDES, report.at), next(iter(decided), None)
        rule = rule_of(_DECIDES)
        yield Obligation(DECISION, rule, report.item, report.mark, due_at, settled)


def _investigation(state: State, terms: Terms) -> Iterator[Obligation]:
    for report, answers in _reports(state, Authority.VEILIG_THUIS):
        told = [a for a in answers if a.kind is not AnswerKind.NONE_YET]
        taken_up = next((a.mark for a in told if a.kind is AnswerKind.TAKEN_UP), None)
        if taken_up is not None:
            ended = [a.mark for a in told if a.kind is not AnswerKind.TAKEN_UP]
            settled = next((mark for mark in ended if mark.at >= taken_up.at), None)
            due_at = terms.due(_INVESTIGATES, taken_up.at)
            rule = rule_of(_INVESTIGATES)
            yield Obligation(INVESTIGATION, rule, report.item, taken_up, due_at, settled)


def _check_in(state: State, terms: Terms) -> Iterator[Obligation]:
    for report, answers in _reports(state, Authority.RVDK):
        opened: Mark | None = report.mark
        for answer in [*answers, None]:
            if opened is not None:
                settled = answer.mark if answer is not None else None
                due_at, rule = terms.due(_ASKED, opened.at), rule_of(_ASKED)
                yield Obligation(CHECK_IN, rule, report.item, opened, due_at, settled)
                opened = settled if answer and answer.kind is AnswerKind.NONE_YET else None


catalogue.duty(
    Duty(DECISION, "W2.3", "nagaan wat Veilig Thuis met de melding doet", _decision),
    Duty(INVESTIGATION, "W2.3", "nagaan wat Veilig Thuis heeft gevonden", _investigation),
    Duty(CHECK_IN, "W2.3", "bij de Raad navragen hoe het staat met de melding", _check_in),
)
