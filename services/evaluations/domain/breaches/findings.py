"""Judging a claim: a worker confirms or rejects it, after hearing (W9.2)."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

import msgspec

from services.evaluations.domain.breaches.claims import KNOWN_BREACH, Claim, Claims
from services.evaluations.domain.breaches.hearing import Hearings
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.course.recurring import as_it_happened
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class FindingWords(msgspec.Struct, frozen=True):
    """From what the worker concludes it."""

    why: str


class BreachJudged(Event, frozen=True):
    """A worker concluded that an agreement was not kept, or that it was (W9.2)."""

    TOPIC = "breach.judged"
    NAME = "niet-nakomen-beoordeeld"
    PARAGRAPHS = ("W9.2",)
    STREAM = "breach"
    ABOUT = "breach"
    # Not the claim: what the worker thinks of it is not for whoever made it.
    SUBJECT = "finding"

    breach: UUID
    finding: UUID
    words: Item[FindingWords]
    confirmed: bool


class JudgeBreach(Act, frozen=True, kw_only=True):
    """Confirms a claim or rejects it, with the reason. A later one is an event beside it."""

    breach: UUID
    confirmed: bool
    why: str


class Finding(msgspec.Struct, frozen=True):
    """One conclusion about a claim."""

    event: BreachJudged
    mark: Mark

    @property
    def words(self) -> Sealed[FindingWords]:
        """The reason."""
        return self.event.words


class Findings:
    """The conclusions about each claim; a part of the state."""

    def __init__(self) -> None:
        self._of: defaultdict[UUID, list[Finding]] = defaultdict(list)

    def put(self, finding: Finding) -> None:
        """Adds one."""
        self._of[finding.event.breach].append(finding)

    def of(self, breach: UUID) -> list[Finding]:
        """The conclusions about a claim, the first first; the last one holds."""
        return sorted(self._of.get(breach, []), key=lambda found: as_it_happened(found.mark))

    def confirmed(self, breach: UUID) -> Finding | None:
        """The conclusion that an agreement was not kept, if that is what holds."""
        found = self.of(breach)
        return found[-1] if found and found[-1].event.confirmed else None


def confirmed_claims(state: State) -> list[tuple[Claim, Finding]]:
    """Every claim that was confirmed, with the conclusion that holds, as they happened."""
    found = [(claim, state[Findings].confirmed(key)) for key, claim in state[Claims].all.items()]
    confirmed = [(claim, finding) for claim, finding in found if finding is not None]
    return sorted(confirmed, key=lambda each: as_it_happened(each[0].mark))


def _unheard(state: State, act: JudgeBreach, doing: Doing) -> tuple[str, ...]:
    return when(act.breach in state[Claims].all and not state[Hearings].of.get(act.breach))


def _unconfirmed(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(state[Findings].confirmed(act.breach) is None)


_HEARD_FIRST = Rule(
    "eerst-horen",
    "W9.2",
    "Leg eerst vast wat de ander ervan zegt, of waarom die niet is gehoord.",
    _unheard,
)
CONFIRMED = Rule(
    "niet-nakomen-niet-vastgesteld",
    "W9.3",
    "Aan een melding alleen zijn geen gevolgen verbonden. Beoordeel haar eerst.",
    _unconfirmed,
)


@catalogue.act(JudgeBreach, "Niet-nakomen beoordelen", ("W9.2",), (BreachJudged,))
def judge_breach(state: State, act: JudgeBreach, doing: Doing) -> list[Event]:
    """The conclusion is recorded, apart from the claim and what was said of it."""
    refuse([KNOWN_BREACH, _HEARD_FIRST], state, act, doing)
    return [BreachJudged(act.breach, doing.new_id(), seal(FindingWords(act.why)), act.confirmed)]


@catalogue.sentence(BreachJudged)
def _tell(event: BreachJudged, words: Words) -> str:
    found = "is niet nagekomen" if event.confirmed else "is wel nagekomen"
    return f"De conclusie is: de afspraak {found}. {words.text(event.words, 'why')}".strip()


@catalogue.fold.on(BreachJudged)
def _judged(state: State, event: BreachJudged, stamp: Stamp) -> None:
    state[Findings].put(Finding(event, Mark(stamp.event_id, stamp.effective_at)))
    state[Reaches].put(event.finding, ())
