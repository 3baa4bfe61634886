"""Recording a conversation with a child: the act and its rules (S7.3)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.children.children import Children
from services.evaluations.domain.children.conversations import (
    ChildSpoken,
    Conversations,
    ConversationWords,
    NotSpoken,
    Speaker,
)
from services.evaluations.domain.followed.people import known_people
from services.evaluations.domain.sitting.evaluations import Evaluations
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class RecordChildConversation(Act, frozen=True, kw_only=True):
    """Records who spoke a child or saw it, and the child's own words; whoever types it in.

    Nobody but the child reads them unless it may be ``shared_with`` them; ``hidden_from`` is with
    whom it may never be shared, and wins over everything. Without ``alone`` it is not known.
    """

    child: UUID
    by: UUID
    speaker: Speaker
    not_spoken: NotSpoken | None = None
    alone: bool | None = None
    child_words: str | None = None
    method: str | None = None
    explanation: str | None = None
    shared_with: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


def _both(state: State, act: RecordChildConversation, doing: Doing) -> list[str]:
    return [str(person) for person in act.shared_with if person in act.hidden_from]


_RULES = (
    known_people("child", "by", "shared_with", "hidden_from"),
    Rule(
        "woorden-zonder-gesprek",
        "S7.3",
        "Dit kind is niet gesproken. Leg vast wat het zei, of waarom het niet is gesproken.",
        lambda state, act, doing: when(act.not_spoken is not None and act.child_words),
    ),
    Rule(
        "gesprek-met-zichzelf",
        "S7.3",
        "Noem wie het kind sprak of zag.",
        lambda state, act, doing: when(act.by == act.child),
    ),
    Rule(
        "wel-en-niet-delen",
        "S7.3",
        "U kunt dit niet wel en niet delen met persoon {}.",
        _both,
    ),
)


@catalogue.act(RecordChildConversation, "Kindgesprek vastleggen", ("S7.3",), (ChildSpoken,))
def record_child_conversation(
    state: State, act: RecordChildConversation, doing: Doing
) -> list[Event]:
    """The conversation is recorded."""
    refuse(_RULES, state, act, doing)
    return [
        ChildSpoken(
            doing.new_id(),
            seal(ConversationWords(act.child_words, act.method, act.explanation)),
            act.child,
            act.by,
            act.speaker,
            act.not_spoken,
            act.alone,
            act.shared_with,
            act.hidden_from,
        )
    ]


def _alone_unknown(state: State, at: datetime) -> list[str]:
    conversations = state[Conversations]
    last = [held[-1] for child in conversations.children if (held := conversations.of(child))]
    return [str(each.event.child) for each in last if each.spoken and each.event.alone is None]


def _unheard(state: State, at: datetime) -> list[str]:
    """The children whom nobody spoke between the last evaluation and the one before it."""
    held = sorted(evaluation.started.at for evaluation in state[Evaluations].all.values())
    if len(held) < 2:
        return []
    since, until = held[-2:]
    return [str(c) for c in state[Children].now if not _spoken_between(state, c, since, until)]


def _spoken_between(state: State, child: UUID, since: datetime, until: datetime) -> bool:
    spoken = [each for each in state[Conversations].of(child) if each.counts_as_spoken]
    return any(since <= each.mark.at <= until for each in spoken)


catalogue.flag(
    Flag(
        "onbekend-of-kind-alleen-was",
        "S7.3",
        "Het is niet bekend of kind {} alleen was toen het voor het laatst werd gesproken.",
        _alone_unknown,
    ),
    Flag(
        "kind-niet-gesproken-tussen-evaluaties",
        "R07",
        "Kind {} is tussen de laatste twee evaluaties niet gesproken.",
        _unheard,
    ),
)
