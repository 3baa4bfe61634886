"""Why somebody gets no notice: they chose no safe contact, or another one than e-mail (W8.4)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.occasion import Occasion
from shared.eventbase.event import Event, Stamp
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class HeldBack(enum.Enum):
    """Why nothing is sent, and so which way is left to a worker."""

    NO_SAFE_CONTACT = "no-safe-contact"
    PHONE = "phone"
    IN_PERSON = "in-person"
    LETTER = "letter"


@catalogue.event
class NoticeHeldBack(Event, frozen=True):
    """Nothing was sent to somebody, and nothing will be unless their choice changes (W8.4)."""

    TOPIC = "notification.notice-held-back"
    NAME = "bericht-niet-verstuurd"
    PARAGRAPHS = ("W8.4",)

    person: UUID
    occasion: Occasion
    why: HeldBack


class Hold(msgspec.Struct, frozen=True):
    """Why and since when nothing is sent to somebody about something."""

    why: HeldBack
    at: datetime


class Holds:
    """The latest hold per person and occasion; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[tuple[UUID | None, Occasion], Hold] = {}


_DUTCH = {
    HeldBack.NO_SAFE_CONTACT: "er is geen veilig-contactkeuze",
    HeldBack.PHONE: "deze persoon wil gebeld worden",
    HeldBack.IN_PERSON: "deze persoon wil een gesprek",
    HeldBack.LETTER: "deze persoon wil een brief",
}


@catalogue.sentence(NoticeHeldBack)
def _tell(event: NoticeHeldBack, words: Words) -> str:
    return f"Aan {words.name(event.person)} is geen bericht gestuurd: {_DUTCH[event.why]}."


@catalogue.fold.on(NoticeHeldBack)
def _held(state: State, event: NoticeHeldBack, stamp: Stamp) -> None:
    state[Holds].of[event.person, event.occasion] = Hold(event.why, stamp.effective_at)
