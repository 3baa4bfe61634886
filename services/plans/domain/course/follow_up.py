"""After the closing: what was left out of it, and the checks at three and six months (R40)."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.plan.closing import Closing, GoodEnough, PlanClosed
from shared.eventbase.act import Act
from shared.eventbase.calendar import end_of_day, local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

FOLLOW_UP = "nazorg-controleren"
_RECENTLY = timedelta(days=14)


class Occasion(enum.Enum):
    """Which check it is."""

    THREE_MONTHS = "three-months"
    SIX_MONTHS = "six-months"
    OTHER = "other"


_TERMS = {
    Occasion.THREE_MONTHS: catalogue.threshold("R40-drie-maanden", Term(months=3)),
    Occasion.SIX_MONTHS: catalogue.threshold("R40-zes-maanden", Term(months=6)),
}


class FindingWords(msgspec.Struct, frozen=True):
    """How it goes now."""

    findings: str


class FollowUpChecked(Event, frozen=True):
    """Somebody looked how it goes after the closing (R40)."""

    TOPIC = "plan.follow-up-checked"
    NAME = "nazorg-gecontroleerd"
    PARAGRAPHS = ("W0.6",)

    item: UUID
    words: Item[FindingWords]
    occasion: Occasion
    good_enough: GoodEnough
    by: UUID
    spoken_with: tuple[UUID, ...] = ()


class CheckFollowUp(Act, frozen=True, kw_only=True):
    """Records a check: who looked, whom they spoke, and whether it is still good enough."""

    occasion: Occasion
    good_enough: GoodEnough
    findings: str
    by: UUID
    spoken_with: tuple[UUID, ...] = ()


class FollowUp(msgspec.Struct, frozen=True):
    """One check."""

    item: UUID
    occasion: Occasion
    good_enough: GoodEnough
    words: Sealed[FindingWords]
    by: UUID
    spoken_with: tuple[UUID, ...]
    mark: Mark


class FollowUps:
    """All checks, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[FollowUp] = []


_CLOSED = Rule(
    "nazorg-zonder-afsluiting",
    "R40",
    "Dit plan is niet afgesloten: leg vast hoe het gaat in een evaluatie.",
    lambda state, act, doing: when(state[Closing].closed is None),
)


@catalogue.act(CheckFollowUp, "Nazorg controleren", ("W0.6", "R40"), (FollowUpChecked,))
def check_follow_up(state: State, act: CheckFollowUp, doing: Doing) -> list[Event]:
    """How it goes is known. What must happen then is for people to say."""
    refuse([known_people("by", "spoken_with"), _CLOSED], state, act, doing)
    words = seal(FindingWords(act.findings))
    return [
        FollowUpChecked(
            doing.new_id(), words, act.occasion, act.good_enough, act.by, act.spoken_with
        )
    ]


@catalogue.sentence(FollowUpChecked)
def _tell(event: FollowUpChecked, words: Words) -> str:
    findings = words.text(event.words, "findings")
    return f"{words.name(event.by)} heeft gekeken hoe het na het afsluiten gaat. {findings}".strip()


@catalogue.fold.on(FollowUpChecked)
def _checked(state: State, event: FollowUpChecked, stamp: Stamp) -> None:
    check = FollowUp(
        item=event.item,
        occasion=event.occasion,
        good_enough=event.good_enough,
        words=event.words,
        by=event.by,
        spoken_with=event.spoken_with,
        mark=Mark(stamp.event_id, stamp.effective_at),
    )
    state[FollowUps].all.append(check)
    state[Reaches].put(event.item, ())


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    closed, mark = state[Closing].closed, state[Closing].mark
    if closed is None or mark is None:
        return
    last = closed.follow_up_until
    for occasion, term in _TERMS.items():
        due_at = terms.due(term, mark.at)
        if last is None or due_at <= end_of_day(last):
            done = (c.mark for c in state[FollowUps].all if c.occasion is occasion)
            settled = next(done, None)
            yield Obligation(FOLLOW_UP, rule_of(term), closed.item, mark, due_at, settled)


catalogue.duty(Duty(FOLLOW_UP, "R40", "nagaan hoe het na het afsluiten gaat", _owed))


def _unheard(state: State, at: datetime) -> list[str]:
    closed, mark = state[Closing].closed, state[Closing].mark
    if closed is None or mark is None:
        return []
    since = local_day(mark.at) - _RECENTLY
    heard = closed.children or ()
    return [str(each.child) for each in heard if each.on is None or each.on < since]


def _left_out(said: Callable[[PlanClosed], object]) -> Callable[[State, datetime], Iterable[str]]:
    def missing(state: State, at: datetime) -> tuple[str, ...]:
        closed = state[Closing].closed
        return when(closed is not None and not said(closed))

    return missing


catalogue.flag(
    Flag(
        "afgesloten-zonder-kindgesprek",
        "R40",
        "Bij het afsluiten staat niet wanneer elk kind voor het laatst is gesproken.",
        _left_out(lambda closed: closed.children is not None),
    ),
    Flag(
        "kind-niet-onlangs-gesproken",
        "R40",
        "Kind {} is in de 14 dagen voor het afsluiten niet gesproken.",
        _unheard,
    ),
    Flag(
        "afgesloten-zonder-informeren",
        "R40",
        "Niet iedereen is over het afsluiten geïnformeerd.",
        _left_out(lambda closed: closed.informed),
    ),
    Flag(
        "nazorg-zonder-einde",
        "R40",
        "Bij het afsluiten is niet afgesproken tot wanneer er nazorg is.",
        _left_out(lambda closed: closed.follow_up_until),
    ),
)
