"""Conversations with a child, and moments when a child was seen and not spoken (S7.3)."""

from __future__ import annotations

import enum
from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.course.recurring import as_it_happened
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Speaker(enum.Enum):
    """As what somebody talked with a child: somebody close to it, or a professional."""

    NETWORK = "network"
    PROFESSIONAL = "professional"


class NotSpoken(enum.Enum):
    """Why a child that was seen was not spoken."""

    TOO_YOUNG = "too-young"
    UNWILLING = "unwilling"
    UNABLE = "unable"
    FOR_SAFETY = "for-safety"


class ConversationWords(msgspec.Struct, frozen=True):
    """What the child said, in its own words; how it was asked; why it was only seen."""

    child_words: str | None = None
    method: str | None = None
    explanation: str | None = None


class ChildSpoken(Event, frozen=True):
    """A child was spoken; or it was seen, and ``not_spoken`` is why no more than that (S7.3).

    ``hidden_from``: with whom the child's words may not be shared. Its topic and name stand in
    the clear, on the feed too, and do not tell that the child was spoken.
    """

    TOPIC = "evaluation.child-in-view"
    NAME = "zicht-op-kind-vastgelegd"
    PARAGRAPHS = ("S7.3",)
    STREAM = "conversation"
    SUBJECT = "conversation"

    conversation: UUID
    words: Item[ConversationWords]
    child: UUID
    by: UUID
    speaker: Speaker
    not_spoken: NotSpoken | None = None
    alone: bool | None = None
    shared_with: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class Conversation(msgspec.Struct, frozen=True):
    """One conversation, or one time that a child was only seen."""

    event: ChildSpoken
    mark: Mark

    @property
    def words(self) -> Sealed[ConversationWords]:
        """What was said."""
        return self.event.words

    @property
    def spoken(self) -> bool:
        """Whether the child was spoken, and not just seen."""
        return self.event.not_spoken is None

    @property
    def counts_as_spoken(self) -> bool:
        """Whether more could not be asked: nobody talks with a baby (R07)."""
        return self.spoken or self.event.not_spoken is NotSpoken.TOO_YOUNG


class Conversations:
    """Per child the times that it was seen or spoken; a part of the state."""

    def __init__(self) -> None:
        self._of: defaultdict[UUID, list[Conversation]] = defaultdict(list)

    def put(self, conversation: Conversation) -> None:
        """Adds one."""
        self._of[conversation.event.child].append(conversation)

    @property
    def children(self) -> list[UUID]:
        """Everybody whom somebody saw or spoke as a child of this plan."""
        return sorted(self._of)

    def of(self, child: UUID) -> list[Conversation]:
        """The times that a child was seen or spoken, the first first."""
        return sorted(self._of.get(child, []), key=lambda held: as_it_happened(held.mark))


_WHY = {
    NotSpoken.TOO_YOUNG: "het is te jong",
    NotSpoken.UNWILLING: "het wilde niet",
    NotSpoken.UNABLE: "het kon niet",
    NotSpoken.FOR_SAFETY: "dat was niet veilig",
}
_ALONE = {True: ", alleen", False: ", met anderen erbij", None: ""}


@catalogue.sentence(ChildSpoken)
def _tell(event: ChildSpoken, words: Words) -> str:
    child, by = words.name(event.child), words.name(event.by)
    if event.not_spoken is not None:
        more = words.text(event.words, "explanation")
        why = _WHY[event.not_spoken]
        return f"{by} zag {child} en sprak {child} niet: {why}. {more}".strip()
    said = words.text(event.words, "child_words")
    told = f" {child} zei: {said}" if said else ""
    return f"{by} sprak met {child}{_ALONE[event.alone]}.{told}"


@catalogue.fold.on(ChildSpoken)
def _spoken(state: State, event: ChildSpoken, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Conversations].put(Conversation(event, mark))
    state[Reaches].put(event.conversation, (event.child, *event.shared_with), event.hidden_from)
