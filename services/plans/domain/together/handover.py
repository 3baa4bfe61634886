"""Passing the lead on: with notes for whoever takes it, and everybody told (W7.2)."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.case_lead import PROFESSIONAL, CaseLead, CaseLeadAssigned
from services.plans.domain.family.people import People, known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class HandoverWords(msgspec.Struct, frozen=True):
    """What the next lead must know."""

    notes: str


class ToldWords(msgspec.Struct, frozen=True):
    """How people were told who leads now."""

    manner: str


class CaseHandedOver(Event, frozen=True):
    """The lead was handed over, with notes (W7.2)."""

    TOPIC = "plan.case-handed-over"
    NAME = "casusregie-overgedragen"
    PARAGRAPHS = ("W7.2",)

    item: UUID
    words: Item[HandoverWords]
    from_person: UUID
    person: UUID


class CaseLeadTold(Event, frozen=True):
    """People were told who leads now (W7.2, W8.4)."""

    TOPIC = "plan.case-lead-told"
    NAME = "casusregie-bekendgemaakt"
    PARAGRAPHS = ("W7.2", "W8.4")

    item: UUID
    words: Item[ToldWords]
    lead: UUID
    people: tuple[UUID, ...]


class TransferCaseLead(Act, frozen=True, kw_only=True):
    """Hands the lead over to another professional, in one go: there is always a lead."""

    person: UUID
    notes: str


class TellOfCaseLead(Act, frozen=True, kw_only=True):
    """Records that people were told who leads now, and how."""

    people: tuple[UUID, ...]
    manner: str


class Handover(msgspec.Struct, frozen=True):
    """One time that the lead passed."""

    item: UUID
    words: Sealed[HandoverWords]
    from_person: UUID
    person: UUID
    at: datetime


class Handovers:
    """All handovers, oldest first, and who was told of the last; a part of the state.

    ``leads``: per person whom they were ever told of, in that order.
    """

    def __init__(self) -> None:
        self.all: list[Handover] = []
        self.told: dict[UUID, datetime] = {}
        self.leads: defaultdict[UUID, list[UUID]] = defaultdict(list)


_TRANSFER = (
    known_people("person"),
    PROFESSIONAL,
    Rule(
        "overdracht-zonder-casusregisseur",
        "W7.2",
        "Er is nog geen casusregisseur. Wijs die eerst aan.",
        lambda state, act, doing: when(state[CaseLead].person is None),
    ),
    Rule(
        "overdracht-aan-zichzelf",
        "W7.2",
        "Deze persoon is al casusregisseur.",
        lambda state, act, doing: when(act.person == state[CaseLead].person),
    ),
)


_TELLING = (
    known_people("people"),
    Rule(
        "bekendmaking-zonder-casusregisseur",
        "W7.2",
        "Er is nog geen casusregisseur om bekend te maken.",
        lambda state, act, doing: when(state[CaseLead].person is None),
    ),
)


@catalogue.act(
    TransferCaseLead, "Casusregie overdragen", ("W7.2",), (CaseLeadAssigned, CaseHandedOver)
)
def transfer_case_lead(state: State, act: TransferCaseLead, doing: Doing) -> list[Event]:
    """The lead passes at one instant."""
    refuse(_TRANSFER, state, act, doing)
    leaving = state[CaseLead].person
    words = seal(HandoverWords(act.notes))
    handed = [CaseHandedOver(doing.new_id(), words, leaving, act.person)] if leaving else []
    return [CaseLeadAssigned(act.person), *handed]


@catalogue.act(TellOfCaseLead, "Casusregie bekendmaken", ("W7.2", "W8.4"), (CaseLeadTold,))
def tell_of_case_lead(state: State, act: TellOfCaseLead, doing: Doing) -> list[Event]:
    """These people know whom to call."""
    refuse(_TELLING, state, act, doing)
    words, lead = seal(ToldWords(act.manner)), state[CaseLead].person
    return [CaseLeadTold(doing.new_id(), words, lead, act.people)] if lead else []


@catalogue.sentence(CaseHandedOver)
def _tell_handed(event: CaseHandedOver, words: Words) -> str:
    who, to = words.name(event.from_person), words.name(event.person)
    return f"De casusregie ging van {who} naar {to}. {words.text(event.words, 'notes')}".strip()


@catalogue.sentence(CaseLeadTold)
def _tell_told(event: CaseLeadTold, words: Words) -> str:
    lead = words.name(event.lead)
    return f"Verteld dat {lead} casusregisseur is, aan {words.names(event.people)}."


@catalogue.fold.on(CaseHandedOver)
def _handed(state: State, event: CaseHandedOver, stamp: Stamp) -> None:
    handover = Handover(
        event.item, event.words, event.from_person, event.person, stamp.effective_at
    )
    state[Handovers].all.append(handover)
    state[Reaches].put(event.item, ())


@catalogue.fold.on(CaseLeadAssigned)
def _passed(state: State, event: CaseLeadAssigned, stamp: Stamp) -> None:
    state[Handovers].told.clear()


@catalogue.fold.on(CaseLeadTold)
def _told(state: State, event: CaseLeadTold, stamp: Stamp) -> None:
    state[Reaches].put(event.item, ())
    for person in event.people:
        state[Handovers].leads[person].append(event.lead)
    if event.lead == state[CaseLead].person:
        state[Handovers].told |= dict.fromkeys(event.people, stamp.effective_at)


def _untold(state: State, at: datetime) -> list[str]:
    told = state[Handovers].told
    people = [each for each in state[People].all.values() if each.is_told_of_the_plan]
    untold = [str(each.person) for each in people if each.person not in told]
    return untold if state[Handovers].all else []


catalogue.flag(
    Flag(
        "casusregie-niet-bekend",
        "W7.2",
        "Persoon {} weet nog niet wie nu casusregisseur is.",
        _untold,
    )
)
