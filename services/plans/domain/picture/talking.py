"""Planning, holding and letting go of conversations: the acts and their rules (S1.2)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.conversations import (
    CancellationWords,
    ConversationCancelled,
    ConversationHeld,
    ConversationPlanned,
    Conversations,
    OutcomeWords,
    TopicsWords,
)
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class PlanConversation(Act, frozen=True, kw_only=True):
    """Plans a conversation: with whom, about what, in which order, by when and by whom."""

    person: UUID
    topics: tuple[str, ...]
    by: UUID
    due: date
    order: int = 1


class HoldConversation(Act, frozen=True, kw_only=True):
    """Records a conversation that was held, planned or not, and what came out of it."""

    people: tuple[UUID, ...]
    by: UUID
    outcome: str
    planned: UUID | None = None


class CancelConversation(Act, frozen=True, kw_only=True):
    """Lets a planned conversation go, with the reason."""

    planned: UUID
    reason: str


def _unknown(state: State, act: HoldConversation, doing: Doing) -> tuple[str, ...]:
    return when(act.planned is not None and act.planned not in state[Conversations].planned)


def _not_open(state: State, act: CancelConversation, doing: Doing) -> tuple[str, ...]:
    return when(act.planned not in {each.item for each in state[Conversations].open})


_WITH_SOMEBODY = Rule(
    "gesprek-met-niemand",
    "S1.2",
    "Noem met wie is gesproken.",
    lambda state, act, doing: when(not act.people),
)
_KNOWN = Rule("gesprek-onbekend", "S1.2", "Dit gesprek is niet gepland in dit dossier.", _unknown)
_OPEN = Rule("gesprek-niet-open", "S1.2", "Dit gesprek staat niet (meer) open.", _not_open)


@catalogue.act(PlanConversation, "Gesprek plannen", ("S1.2", "S1.3"), (ConversationPlanned,))
def plan_conversation(state: State, act: PlanConversation, doing: Doing) -> list[Event]:
    """It is owed until it is held or let go."""
    refuse([known_people("person", "by")], state, act, doing)
    words = seal(TopicsWords(act.topics))
    return [ConversationPlanned(doing.new_id(), words, act.person, act.by, act.due, act.order)]


@catalogue.act(HoldConversation, "Gesprek vastleggen", ("S1.2",), (ConversationHeld,))
def hold_conversation(state: State, act: HoldConversation, doing: Doing) -> list[Event]:
    """What came out of it is in the dossier; nobody of the family reads it by that."""
    refuse([known_people("people", "by"), _WITH_SOMEBODY, _KNOWN], state, act, doing)
    words = seal(OutcomeWords(act.outcome))
    return [ConversationHeld(doing.new_id(), words, act.people, act.by, act.planned)]


@catalogue.act(CancelConversation, "Gesprek laten vervallen", ("S1.2",), (ConversationCancelled,))
def cancel_conversation(state: State, act: CancelConversation, doing: Doing) -> list[Event]:
    """It is owed no more, and the reason stays readable."""
    refuse([_OPEN], state, act, doing)
    words = seal(CancellationWords(act.reason))
    return [ConversationCancelled(doing.new_id(), words, act.planned)]
