"""The clock of direct safety: which term runs, when it ran out, and what is owed then (W10.2).

Without a term of a professional's own, the default runs from the plan's first day (R09).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.escalation import Considerations
from services.plans.domain.course.marks import earliest
from services.plans.domain.course.phases import Phase, Span, safety_phases
from services.plans.domain.course.safety_term import TermsSet
from services.plans.domain.groundwork.unsafety import Classifications
from services.plans.domain.plan.versions import Versions
from shared.eventbase.calendar import end_of_day
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

CONSIDER = "escalatie-overwegen"
_ACUTE = catalogue.threshold("R09-acuut", Term(weeks=6))
_STRUCTURAL = catalogue.threshold("R09-structureel", Term(weeks=12))
_CONSIDERED = catalogue.threshold("R10", Term(working_days=2))
_SUPERVISOR = catalogue.threshold("R10-leidinggevende", Term(working_days=5))


class Clock(msgspec.Struct, frozen=True):
    """One term: what began it, until when it ran, and what stopped it earlier, if anything.

    ``by_default``: nobody set it.
    """

    since: Mark
    until: datetime
    stopped: Mark | None = None
    by_default: bool = False

    @property
    def last_moment(self) -> datetime:
        """The last moment of it: on its last day, and not on the day after."""
        return self.until - timedelta.resolution

    @property
    def warns_at(self) -> datetime:
        """When two thirds of it are over (R09)."""
        return self.since.at + (self.until - self.since.at) * 2 / 3

    @property
    def ran_out(self) -> bool:
        """Whether nothing stopped it in time."""
        return self.stopped is None or self.stopped.at >= self.until


def clocks(state: State, terms: Terms) -> list[Clock]:
    """Every term there was, the earliest first."""
    return [clock for span in _unsafe(state) for clock in _within(state, terms, span)]


def _unsafe(state: State) -> list[Span]:
    return [span for span in safety_phases(state) if span.phase is Phase.DIRECT_SAFETY]


def _within(state: State, terms: Terms, span: Span) -> Iterator[Clock]:
    began = [
        (mark, until)
        for mark, until in _decided(state)
        if span.since.at <= mark.at and (span.until is None or mark.at < span.until.at)
    ]
    start = _start(state, span)
    if start is not None and not any(mark.at <= start.at for mark, _ in began):
        due_at = _default(state, terms, start, span)
        yield Clock(start, due_at, _next(began, start, span), True)
    for mark, until in began:
        if until is not None:
            yield Clock(mark, end_of_day(until), _next(began, mark, span))


def _decided(state: State) -> list[tuple[Mark, date | None]]:
    # Whatever is decided but to go on ends the term: something else is going to happen.
    terms = [(term.mark, term.until) for term in state[TermsSet].all]
    considered = [(c.mark, _goes_on(c.event.until, c.continues)) for c in state[Considerations].all]
    return sorted([*terms, *considered], key=lambda each: each[0].at)


def _goes_on(until: date | None, continues: bool) -> date | None:
    return until if continues else None


def _next(began: list[tuple[Mark, date | None]], mark: Mark, span: Span) -> Mark | None:
    later = (other for other, _ in began if other.at > mark.at)
    return next(later, span.until)


def _start(state: State, span: Span) -> Mark | None:
    first = next((version.mark for version in state[Versions].all), None)
    if first is None or (span.until is not None and first.at >= span.until.at):
        return None
    return max(first, span.since, key=lambda mark: mark.at)


def _default(state: State, terms: Terms, start: Mark, span: Span) -> datetime:
    judged = [c for c in state[Classifications].all if c.since <= start.at]
    acute = bool(judged) and judged[-1].kind.is_acute
    # What becomes acute meanwhile does not have the longer time that was left.
    became = [c.since for c in state[Classifications].turned_acute if c.since > start.at]
    within = [at for at in became if span.until is None or at < span.until.at]
    usual = terms.due(_ACUTE if acute else _STRUCTURAL, start.at)
    return min([usual, *(terms.due(_ACUTE, at) for at in within)])


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for span in _unsafe(state):
        for clock in _within(state, terms, span):
            if clock.ran_out:
                settled = earliest(_considered_since(state, clock.until), span.until)
                yield Obligation(
                    CONSIDER,
                    rule_of(_CONSIDERED),
                    None,
                    Mark(clock.since.event_id, clock.until),
                    terms.due(_CONSIDERED, clock.last_moment),
                    settled,
                    terms.due(_SUPERVISOR, clock.last_moment),
                )


def _considered_since(state: State, at: datetime) -> Mark | None:
    considered = (c.mark for c in state[Considerations].all if c.mark.at >= at)
    return next(considered, None)


catalogue.duty(
    Duty(
        CONSIDER, "W10.2", "overwegen of er iets anders moet gebeuren (escalatie overwegen)", _owed
    )
)


def _no_term(state: State, at: datetime) -> tuple[str, ...]:
    spans = _unsafe(state)
    if not spans or spans[-1].until is not None:
        return ()
    decided = [until for mark, until in _decided(state) if mark.at >= spans[-1].since.at]
    return when(decided and decided[-1] is None)


catalogue.flag(
    Flag(
        "geen-termijn-veiligheid",
        "W10.2",
        "Directe veiligheid is niet bereikt en er loopt geen termijn meer.",
        _no_term,
    )
)
