"""The safe way to reach somebody, chosen by that person (W8.4, domain.md 3.7 and 3.8)."""

from __future__ import annotations

import enum
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Address, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Channel(enum.Enum):
    """How somebody wants to be told that there is something to read or hear."""

    EMAIL = "email"
    PHONE = "phone"
    IN_PERSON = "in-person"
    LETTER = "letter"


class ContactDetails(msgspec.Struct, frozen=True):
    """The address or number of the chosen channel, and what to mind when using it."""

    address: str | None = None
    instructions: str | None = None


class SafeContactChosen(Event, frozen=True):
    """Somebody chose how they can safely be reached."""

    TOPIC = "plan.safe-contact-chosen"
    NAME = "veilig-contact-gekozen"
    PARAGRAPHS = ("W8.4",)
    SUBJECT = "person"

    person: UUID
    contact: Address[ContactDetails]
    channel: Channel


class ChooseSafeContact(Act, frozen=True, kw_only=True):
    """Records a person's choice of a safe channel; without it nothing is ever sent to them."""

    person: UUID
    channel: Channel
    address: str | None = None
    instructions: str | None = None


class SafeContact(msgspec.Struct, frozen=True):
    """The latest choice of one person."""

    channel: Channel
    contact: Sealed[ContactDetails]


class SafeContacts:
    """The safe-contact choice per person; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[UUID, SafeContact] = {}


_EMAIL_NEEDS_ADDRESS = Rule(
    "e-mail-zonder-adres",
    "W8.4",
    "Vul het e-mailadres in dat deze persoon veilig kan lezen.",
    lambda state, act, doing: when(act.channel is Channel.EMAIL and not act.address),
)


@catalogue.act(ChooseSafeContact, "Veilig contact vastleggen", ("W8.4",), (SafeContactChosen,))
def choose_safe_contact(state: State, act: ChooseSafeContact, doing: Doing) -> list[Event]:
    """The choice is recorded; it replaces an earlier one."""
    refuse([known_people("person"), _EMAIL_NEEDS_ADDRESS], state, act, doing)
    return [
        SafeContactChosen(
            act.person, seal(ContactDetails(act.address, act.instructions)), act.channel
        )
    ]


@catalogue.sentence(SafeContactChosen)
def _tell(event: SafeContactChosen, words: Words) -> str:
    return f"{words.name(event.person)} heeft gekozen hoe contact veilig kan."


@catalogue.fold.on(SafeContactChosen)
def _chosen(state: State, event: SafeContactChosen, stamp: Stamp) -> None:
    state[SafeContacts].of[event.person] = SafeContact(event.channel, event.contact)
