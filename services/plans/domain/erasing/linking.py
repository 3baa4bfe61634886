"""The same person in two dossiers: what one erasure must find in both (R43, design section 2).

Each dossier gets an event of its own about it, in a stream of its own: neither needs to know the
history of the other, and each shows what it knows.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import People, known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class LinkWords(msgspec.Struct, frozen=True):
    """Why these are the same person, or are not."""

    reason: str


class OneSide(Event, frozen=True):
    """What stands in the dossier ``plan`` of something that is about two dossiers."""

    item: UUID
    words: Item[LinkWords]
    plan: UUID

    def stream_id(self, plan_id: UUID) -> UUID:
        """One stream for each side."""
        return uuid5(self.item, str(self.plan))

    def plan_of(self, plan_id: UUID) -> UUID:
        """The dossier of this side."""
        return self.plan


class SamePersonLinked(OneSide, frozen=True):
    """``person`` of this dossier is ``other_person`` of another (R43)."""

    TOPIC = "plan.same-person-linked"
    NAME = "zelfde-persoon-gekoppeld"
    PARAGRAPHS = ("R43",)
    LASTING = True

    person: UUID
    other_plan: UUID
    other_person: UUID


class SamePersonUnlinked(OneSide, frozen=True):
    """They were not the same person after all (R43)."""

    TOPIC = "plan.same-person-unlinked"
    NAME = "zelfde-persoon-ontkoppeld"
    PARAGRAPHS = ("R43",)
    LASTING = True
    ABOUT = "link"
    ENDS = True

    link: UUID


class LinkSamePerson(Act, frozen=True, kw_only=True):
    """Records that somebody of this dossier stands in another one as well."""

    person: UUID
    other_plan: UUID
    other_person: UUID
    reason: str


class UnlinkSamePerson(Act, frozen=True, kw_only=True):
    """Records that a link was wrong."""

    link: UUID
    reason: str


class Link(msgspec.Struct, frozen=True):
    """One link, as this dossier knows it."""

    item: UUID
    words: Sealed[LinkWords]
    person: UUID
    other_plan: UUID
    other_person: UUID
    at: datetime


class SamePeople:
    """Every link of this dossier, and those that were undone; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Link] = {}
        self.undone: set[UUID] = set()

    @property
    def standing(self) -> list[Link]:
        """The links that hold."""
        return [link for item, link in self.all.items() if item not in self.undone]

    def of(self, person: UUID) -> list[Link]:
        """Where else this person stands."""
        return [link for link in self.standing if link.person == person]


def _same_dossier(state: State, act: LinkSamePerson, doing: Doing) -> tuple[str, ...]:
    return when(act.other_plan == state.plan_id)


def _unknown_there(state: State, act: LinkSamePerson, doing: Doing) -> tuple[str, ...]:
    return when(act.other_person not in doing.state_of(act.other_plan)[People].all)


def _linked(state: State, act: LinkSamePerson, doing: Doing) -> tuple[str, ...]:
    there = act.other_plan, act.other_person
    known = state[SamePeople].of(act.person)
    return when(there in [(link.other_plan, link.other_person) for link in known])


def _not_linked(state: State, act: UnlinkSamePerson, doing: Doing) -> tuple[str, ...]:
    return when(act.link not in [link.item for link in state[SamePeople].standing])


_LINKING = (
    known_people("person"),
    Rule("koppeling-met-zichzelf", "R43", "Noem een persoon in een ander dossier.", _same_dossier),
    Rule(
        "koppeling-persoon-onbekend",
        "R43",
        "Deze persoon staat niet in het andere dossier.",
        _unknown_there,
    ),
    Rule("koppeling-bestaat-al", "R43", "Deze personen zijn al gekoppeld.", _linked),
)
_KNOWN = Rule(
    "koppeling-onbekend", "R43", "Deze koppeling is er niet (meer) in dit dossier.", _not_linked
)


@catalogue.act(LinkSamePerson, "Zelfde persoon koppelen", ("R43",), (SamePersonLinked,))
def link_same_person(state: State, act: LinkSamePerson, doing: Doing) -> list[Event]:
    """Both dossiers know of one another, this one last."""
    refuse(_LINKING, state, act, doing)
    item, words = doing.new_id(), seal(LinkWords(act.reason))
    here, there = (state.plan_id, act.person), (act.other_plan, act.other_person)
    return [
        SamePersonLinked(item, words, *there, *here),
        SamePersonLinked(item, words, *here, *there),
    ]


@catalogue.act(UnlinkSamePerson, "Zelfde persoon ontkoppelen", ("R43",), (SamePersonUnlinked,))
def unlink_same_person(state: State, act: UnlinkSamePerson, doing: Doing) -> list[Event]:
    """Neither dossier counts on it any more."""
    refuse([_KNOWN], state, act, doing)
    item, words = doing.new_id(), seal(LinkWords(act.reason))
    other = state[SamePeople].all[act.link].other_plan
    return [SamePersonUnlinked(item, words, plan, act.link) for plan in (other, state.plan_id)]


@catalogue.sentence(SamePersonLinked)
def _tell_linked(event: SamePersonLinked, words: Words) -> str:
    who, reason = words.name(event.person), words.text(event.words, "reason")
    return f"Ook in een ander dossier staat {who}. Reden: {reason}"


@catalogue.sentence(SamePersonUnlinked)
def _tell_unlinked(event: SamePersonUnlinked, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"Een koppeling met een ander dossier klopte niet. Reden: {reason}"


@catalogue.fold.on(SamePersonLinked)
def _fold_linked(state: State, event: SamePersonLinked, stamp: Stamp) -> None:
    # Of what is decided on in one dossier, half is for the other.
    if event.plan != state.plan_id:
        return
    state[SamePeople].all[event.item] = Link(
        event.item,
        event.words,
        event.person,
        event.other_plan,
        event.other_person,
        stamp.effective_at,
    )
    state[Reaches].put(event.item, ())


@catalogue.fold.on(SamePersonUnlinked)
def _fold_unlinked(state: State, event: SamePersonUnlinked, stamp: Stamp) -> None:
    if event.plan == state.plan_id:
        state[SamePeople].undone.add(event.link)
        state[Reaches].put(event.item, ())
