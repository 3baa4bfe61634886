"""Unsafety is reported, or it is recorded why not (W2.3, R08)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.meldcode import MeldcodeDecided
from services.plans.domain.groundwork.reports import Reports
from services.plans.domain.groundwork.unsafety import Classifications, Unsafety
from shared.eventbase.event import Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

REPORT = "melden-of-uitleggen"
_TERM = catalogue.threshold("R08", Term(working_days=1))
_EVER = datetime.min.replace(tzinfo=UTC)


class ReasonedAgainst:
    """When it was decided, with a reason, not to report; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Mark] = []


@catalogue.fold.on(MeldcodeDecided)
def _decided(state: State, event: MeldcodeDecided, stamp: Stamp) -> None:
    if not event.report:
        state[ReasonedAgainst].all.append(Mark(stamp.event_id, stamp.effective_at))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    rule, marks = rule_of(_TERM), _answers(state)
    # What was reported while it was last found to be safe was about something else.
    since, unsafe = _EVER, False
    for judged in state[Classifications].all:
        if judged.kind is Unsafety.NONE_FOUND:
            since, unsafe = judged.since, False
        elif not unsafe:
            unsafe = True
            due_at = terms.due(_TERM, judged.since)
            settled = next((mark for mark in marks if mark.at >= since), None)
            yield Obligation(REPORT, rule, judged.item, judged.mark, due_at, settled)


def _answers(state: State) -> list[Mark]:
    reported = [made.mark for made in state[Reports].all]
    return sorted([*reported, *state[ReasonedAgainst].all], key=lambda mark: mark.at)


def _unreported(state: State, at: datetime) -> tuple[str, ...]:
    current = state[Classifications].current
    unsafe = current is not None and current.kind is not Unsafety.NONE_FOUND
    return when(unsafe and not _answers(state))


catalogue.duty(Duty(REPORT, "W2.3", "melden, of vastleggen waarom niet", _owed))
catalogue.flag(
    Flag(
        "geen-melding",
        "R08",
        "Acute of structurele onveiligheid is nog niet gemeld.",
        _unreported,
    )
)
