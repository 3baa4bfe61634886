"""What follows when an agreement is kept: granted, or not with a reason (W9.3, S6.6)."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.breaches.claims import KNOWN_AGREEMENT
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class KeepingWords(msgspec.Struct, frozen=True):
    """What was granted; or why what was agreed was not."""

    text: str


class KeepingAnswered(Event, frozen=True):
    """What was agreed to follow on keeping an agreement was granted, or was not (S6.6)."""

    TOPIC = "breach.keeping-answered"
    NAME = "nakomen-beantwoord"
    PARAGRAPHS = ("W9.3", "S6.6")
    STREAM = "keeping"
    SUBJECT = "keeping"

    keeping: UUID
    words: Item[KeepingWords]
    agreement: UUID
    granted: bool
    decided_by: UUID


class AnswerKeeping(Act, frozen=True, kw_only=True):
    """Grants what was agreed to follow on keeping an agreement, or says why not.

    ``text`` is what was granted, or that reason.
    """

    agreement: UUID
    granted: bool
    text: str
    decided_by: UUID


class Kept(msgspec.Struct, frozen=True):
    """One time that keeping an agreement was answered."""

    event: KeepingAnswered
    mark: Mark

    @property
    def words(self) -> Sealed[KeepingWords]:
        """What was granted, or why not."""
        return self.event.words


class Keepings:
    """Per agreement how keeping it was answered; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Kept]] = defaultdict(list)


@catalogue.act(AnswerKeeping, "Nakomen beantwoorden", ("W9.3", "S6.6"), (KeepingAnswered,))
def answer_keeping(state: State, act: AnswerKeeping, doing: Doing) -> list[Event]:
    """Keeping what was promised is answered too."""
    refuse([KNOWN_AGREEMENT, known_people("decided_by")], state, act, doing)
    words = seal(KeepingWords(act.text))
    return [KeepingAnswered(doing.new_id(), words, act.agreement, act.granted, act.decided_by)]


@catalogue.sentence(KeepingAnswered)
def _tell(event: KeepingAnswered, words: Words) -> str:
    said = words.text(event.words, "text")
    if event.granted:
        return f"Een afspraak is nagekomen. Wat daarop volgde: {said}"
    return f"Een afspraak is nagekomen. Wat beloofd was, is niet gegeven, omdat: {said}"


@catalogue.fold.on(KeepingAnswered)
def _answered(state: State, event: KeepingAnswered, stamp: Stamp) -> None:
    kept = Kept(event, Mark(stamp.event_id, stamp.effective_at))
    state[Keepings].of[event.agreement].append(kept)
    state[Reaches].put(event.keeping, ())
