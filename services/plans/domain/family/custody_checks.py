"""What is still to be done about custody: read it again, or read it at all (R49)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.custody import Custodies, Custody, CustodySource
from services.plans.domain.family.leaving import Departures
from shared.eventbase.calendar import AMSTERDAM
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.rule import Flag
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

CHECK_CUSTODY = "gezag-nagaan"
AGES = catalogue.threshold("R49", Term(months=6))
_SAID = catalogue.threshold("R49-verklaring", Term(working_days=5))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for child in list(state[Custodies].of):
        for custody in state[Custodies].of[child]:
            if custody.source is not CustodySource.OF_AGE and _asks(state, custody):
                yield _obligation(state, custody, terms)


def _asks(state: State, custody: Custody) -> bool:
    read = state[Custodies].established(custody.child)
    before = [each for each in read if each.place <= custody.place]
    return custody.is_established or not before or custody.contradicts(before[-1])


def _obligation(state: State, custody: Custody, terms: Terms) -> Obligation:
    if custody.is_established:
        due_at = terms.due(AGES, datetime.combine(custody.checked_on, time(), AMSTERDAM))
    else:
        due_at = terms.due(_SAID, custody.mark.at)
    rule, settled = rule_of(AGES), _settled(state, custody)
    return Obligation(CHECK_CUSTODY, rule, custody.child, custody.mark, due_at, settled)


def _settled(state: State, custody: Custody) -> Mark | None:
    read = state[Custodies].established(custody.child)
    marks = [each.mark for each in read if each.place > custody.place]
    gone = state[Departures].of.get(custody.child)
    marks += [gone.mark] if gone is not None else []
    return min(marks, key=lambda mark: mark.at, default=None)


def _only_said(state: State, at: datetime) -> list[str]:
    custodies = state[Custodies]
    return [str(child) for child in custodies.of if custodies.known(child) is None]


def _contradicted(state: State, at: datetime) -> list[str]:
    custodies = state[Custodies]
    known = [child for child in custodies.of if custodies.known(child) is not None]
    return [str(child) for child in known if custodies.contradicting(child)]


def _nobody(state: State, at: datetime) -> list[str]:
    latest = [state[Custodies].known(child) for child in state[Custodies].of]
    read = [each for each in latest if each and each.source is not CustodySource.OF_AGE]
    return [str(each.child) for each in read if not each.holders]


catalogue.flag(
    Flag(
        "gezag-niet-nagegaan",
        "R49",
        "Wie het gezag heeft over {}, is alleen gezegd en niet nagegaan in het register.",
        _only_said,
    ),
    Flag(
        "gezag-tegengesproken",
        "R49",
        "Over het gezag over {} is iets anders gezegd dan in het register staat.",
        _contradicted,
    ),
    Flag("niemand-met-gezag", "R49", "Niemand heeft het gezag over {}.", _nobody),
)
catalogue.duty(Duty(CHECK_CUSTODY, "R49", "in het register nagaan wie het gezag heeft", _owed))
