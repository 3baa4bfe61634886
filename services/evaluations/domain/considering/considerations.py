"""Considering what else must be done when something keeps going wrong (W10.2, R12, R28).

The system demands that somebody considers it; what is decided is theirs.
"""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import known_people
from services.evaluations.domain.followed.plan import Plan
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ConsiderationWords(msgspec.Struct, frozen=True):
    """What was weighed, and what was decided."""

    weighed: str
    decision: str


class RecurrenceConsidered(Event, frozen=True):
    """It was considered what else must be done about a part of the plan that keeps failing."""

    TOPIC = "evaluation.recurrence-considered"
    NAME = "herhaling-afgewogen"
    PARAGRAPHS = ("W10.2", "W9.2")
    STREAM = "consideration"
    SUBJECT = "consideration"
    ABOUT = "item"

    consideration: UUID
    words: Item[ConsiderationWords]
    item: UUID
    decided_by: UUID
    consulted: UUID


class ConsiderRecurrence(Act, frozen=True, kw_only=True):
    """Records what was weighed about a bottom line or agreement, who decided what, with whom."""

    item: UUID
    weighed: str
    decision: str
    decided_by: UUID
    consulted: UUID


class Considered(msgspec.Struct, frozen=True):
    """One consideration."""

    event: RecurrenceConsidered
    mark: Mark

    @property
    def words(self) -> Sealed[ConsiderationWords]:
        """What was weighed and decided."""
        return self.event.words


class Considerations:
    """Per part of the plan what was considered about it; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Considered]] = defaultdict(list)


_RULES = (
    known_people("decided_by", "consulted"),
    Rule(
        "afweging-zonder-onderdeel",
        "W10.2",
        "Dit onderdeel staat (nog) niet in een versie van het plan.",
        lambda state, act, doing: when(state[Plan].item_at(act.item, doing.now) is None),
    ),
    Rule(
        "afweging-met-uzelf",
        "W10.2",
        "Overleg met iemand anders dan wie dit besluit.",
        lambda state, act, doing: when(act.consulted == act.decided_by),
    ),
)


@catalogue.act(ConsiderRecurrence, "Herhaling afwegen", ("W10.2", "W9.2"), (RecurrenceConsidered,))
def consider_recurrence(state: State, act: ConsiderRecurrence, doing: Doing) -> list[Event]:
    """What was weighed and decided is recorded."""
    refuse(_RULES, state, act, doing)
    words = seal(ConsiderationWords(act.weighed, act.decision))
    return [RecurrenceConsidered(doing.new_id(), words, act.item, act.decided_by, act.consulted)]


@catalogue.sentence(RecurrenceConsidered)
def _tell(event: RecurrenceConsidered, words: Words) -> str:
    who, whom = words.name(event.decided_by), words.name(event.consulted)
    decision = words.text(event.words, "decision")
    return f"{who} heeft met {whom} afgewogen wat er nu nodig is. Besluit: {decision}"


@catalogue.fold.on(RecurrenceConsidered)
def _considered(state: State, event: RecurrenceConsidered, stamp: Stamp) -> None:
    considered = Considered(event, Mark(stamp.event_id, stamp.effective_at))
    state[Considerations].of[event.item].append(considered)
    state[Reaches].put(event.consideration, ())
