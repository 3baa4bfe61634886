"""Who was invited to the network deliberation: a fact, not the sending of a letter (S5.2)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.network.attendance import Attendances
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class InvitationWords(msgspec.Struct, frozen=True):
    """How somebody was invited, and what was said of the deliberation."""

    how: str | None = None


class InvitedToDeliberation(Event, frozen=True):
    """Somebody was asked to come and think along (S5.2). ``held_on``: the day, if it is known."""

    TOPIC = "plan.invited-to-deliberation"
    NAME = "uitgenodigd-voor-netwerkberaad"
    PARAGRAPHS = ("S5.2",)

    item: UUID
    words: Item[InvitationWords]
    person: UUID
    invited_by: UUID
    held_on: date | None = None


class InviteToDeliberation(Act, frozen=True, kw_only=True):
    """Records that somebody was invited, by whom, how and for which day."""

    person: UUID
    invited_by: UUID
    held_on: date | None = None
    how: str | None = None


class Invitation(msgspec.Struct, frozen=True):
    """The last invitation of one person."""

    person: UUID
    invited_by: UUID
    held_on: date | None
    words: Sealed[InvitationWords]
    at: datetime


class Invitations:
    """The last invitation of each person who got one; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[UUID, Invitation] = {}


def _excluded(state: State, act: InviteToDeliberation, doing: Doing) -> list[str]:
    # An invitation from before the decision was sent all the same: it is a flag, no refusal.
    then = act.effective_at or doing.now
    return [str(act.person)] * state[Attendances].excluded_at(act.person, then)


_NOT_EXCLUDED = Rule(
    "uitgesloten-van-beraad",
    "S5.2",
    "Persoon {} is uitgesloten van het netwerkberaad en krijgt geen uitnodiging.",
    _excluded,
)


@catalogue.act(
    InviteToDeliberation, "Uitnodigen voor netwerkberaad", ("S5.2",), (InvitedToDeliberation,)
)
def invite_to_deliberation(state: State, act: InviteToDeliberation, doing: Doing) -> list[Event]:
    """The invitation is recorded; what came of it is recorded apart."""
    refuse([known_people("person", "invited_by"), _NOT_EXCLUDED], state, act, doing)
    words = seal(InvitationWords(act.how))
    return [InvitedToDeliberation(doing.new_id(), words, act.person, act.invited_by, act.held_on)]


@catalogue.sentence(InvitedToDeliberation)
def _tell(event: InvitedToDeliberation, words: Words) -> str:
    day = f" van {event.held_on:%d-%m-%Y}" if event.held_on else ""
    by = f"door {words.name(event.invited_by)}"
    how = words.text(event.words, "how")
    return (
        f"{words.name(event.person)} is {by} uitgenodigd voor het netwerkberaad{day}. {how}".strip()
    )


@catalogue.fold.on(InvitedToDeliberation)
def _invited(state: State, event: InvitedToDeliberation, stamp: Stamp) -> None:
    state[Invitations].of[event.person] = Invitation(
        event.person, event.invited_by, event.held_on, event.words, stamp.effective_at
    )
    state[Reaches].put(event.item, ())


catalogue.flag(
    Flag(
        "uitgenodigd-en-uitgesloten",
        "S5.2",
        "Persoon {} was al uitgenodigd en is nu uitgesloten: trek de uitnodiging in.",
        lambda state, at: state[Attendances].among(state[Invitations].of),
    )
)
