"""Handing the dossier over to another team (R39): the sender keeps it until it is acknowledged."""

from __future__ import annotations

import enum
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class TransferWords(msgspec.Struct, frozen=True):
    """To which team, why, and what the receiver must know at once."""

    team: str
    reason: str
    notes: str | None = None


class AnswerWords(msgspec.Struct, frozen=True):
    """What the receiver said."""

    remark: str | None = None


class TransferOffered(Event, frozen=True):
    """The dossier was offered to another team, to one named professional there (R39)."""

    TOPIC = "plan.transfer-offered"
    NAME = "overdracht-aangeboden"
    PARAGRAPHS = ("W7.2",)

    item: UUID
    words: Item[TransferWords]
    receiver: UUID


class TransferAnswered(Event, frozen=True):
    """The receiver answered: the dossier is theirs now, or it is not (R39)."""

    TOPIC = "plan.transfer-answered"
    NAME = "overdracht-beantwoord"
    PARAGRAPHS = ("W7.2",)
    ABOUT = "transfer"

    item: UUID
    words: Item[AnswerWords]
    transfer: UUID
    accepted: bool


class TransferStatus(enum.Enum):
    """How far it is."""

    OFFERED = "offered"
    ACKNOWLEDGED = "acknowledged"
    DECLINED = "declined"


class Transfer(msgspec.Struct, frozen=True):
    """One transfer, and its answer once there is one."""

    item: UUID
    words: Sealed[TransferWords]
    receiver: UUID
    mark: Mark
    status: TransferStatus = TransferStatus.OFFERED
    answer: Sealed[AnswerWords] | None = None
    answered: Mark | None = None


class Transfers:
    """All transfers, by id, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Transfer] = {}

    @property
    def open(self) -> list[Transfer]:
        """Those that were not answered."""
        return [each for each in self.all.values() if each.answered is None]


@catalogue.sentence(TransferOffered)
def _tell_offered(event: TransferOffered, words: Words) -> str:
    team = words.text(event.words, "team")
    return f"Het dossier is aangeboden aan {words.name(event.receiver)} ({team})."


@catalogue.sentence(TransferAnswered)
def _tell_answered(event: TransferAnswered, words: Words) -> str:
    what = "is overgenomen" if event.accepted else "is niet overgenomen"
    return f"Het dossier {what}. {words.text(event.words, 'remark')}".strip()


@catalogue.fold.on(TransferOffered)
def _offered(state: State, event: TransferOffered, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Transfers].all[event.item] = Transfer(event.item, event.words, event.receiver, mark)
    state[Reaches].put(event.item, ())


@catalogue.fold.on(TransferAnswered)
def _answered(state: State, event: TransferAnswered, stamp: Stamp) -> None:
    state[Reaches].put(event.item, ())
    known = state[Transfers].all.get(event.transfer)
    if known is not None:
        status = TransferStatus.ACKNOWLEDGED if event.accepted else TransferStatus.DECLINED
        state[Transfers].all[event.transfer] = msgspec.structs.replace(
            known,
            status=status,
            answer=event.words,
            answered=Mark(stamp.event_id, stamp.effective_at),
        )
