"""Seeing and speaking every child of the plan, in time (S7.3, R06, R07)."""

from __future__ import annotations

from collections.abc import Iterator

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.children.children import Children, Spell
from services.evaluations.domain.children.conversations import Conversations
from services.evaluations.domain.course.recurring import due_by, earliest, waits
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.safety import AcutePeriod, Safety
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

SEE, SPEAK = "kind-zien", "kind-spreken"
_SEE = catalogue.threshold("R06", Term(working_days=1))
_SPEAK_WHEN_ACUTE = catalogue.threshold("R07-acuut", Term(weeks=2))
_SPEAK = catalogue.threshold("R07", Term(weeks=6))


def _seeing(state: State, terms: Terms) -> Iterator[Obligation]:
    for period in state[Safety].acute_periods:
        for spell in state[Children].spells():
            opened = _later(period.begun, spell.begun)
            if _was_over(period, opened) or _ended_by(spell, period.begun):
                continue
            due_at = terms.due(_SEE, opened.at)
            yield Obligation(
                SEE, rule_of(_SEE), spell.child, opened, due_at, _seen(state, spell, opened)
            )


def _was_over(period: AcutePeriod, opened: Mark) -> bool:
    return period.ended is not None and period.ended.at <= opened.at


def _ended_by(spell: Spell, mark: Mark) -> bool:
    return spell.ended is not None and spell.ended.at <= mark.at


def _later(mark: Mark, other: Mark | None) -> Mark:
    return other if other is not None and other.at > mark.at else mark


def _seen(state: State, spell: Spell, opened: Mark) -> Mark | None:
    seen = [held.mark for held in state[Conversations].of(spell.child)]
    return earliest(
        *(mark for mark in seen if mark.at >= opened.at), spell.ended, state[Plan].ended
    )


def _speaking(state: State, terms: Terms) -> Iterator[Obligation]:
    first = state[Plan].first
    if first is None:
        return
    for spell in state[Children].spells():
        if _ended_by(spell, first.mark):
            continue
        ended = earliest(spell.ended, state[Plan].ended)
        spoken = [c.mark for c in state[Conversations].of(spell.child) if c.counts_as_spoken]
        for wait in waits(_later(first.mark, spell.begun), spoken, ended):
            yield Obligation(
                SPEAK,
                rule_of(_SPEAK),
                spell.child,
                wait.opened,
                due_by(state[Safety], terms, wait, _SPEAK, _SPEAK_WHEN_ACUTE),
                wait.closed,
            )


catalogue.duty(
    Duty(SEE, "S7.3", "het kind zien en spreken", _seeing),
    Duty(SPEAK, "S7.3", "met het kind praten", _speaking),
)
