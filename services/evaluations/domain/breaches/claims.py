"""Claims that an agreement was not kept: somebody says so, and no more than that (W9.2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.own_name import (
    ANYBODY,
    ONE_REPORTER,
    PERSON,
    admit,
    in_own_name,
    said_by,
)
from services.evaluations.domain.followed.people import known_people
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.values import ItemKind, PlanItem
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ClaimWords(msgspec.Struct, frozen=True):
    """What is said to have happened, and who says so when that is nobody of this dossier."""

    what: str
    reporter_description: str | None = None


class BreachClaimed(Event, frozen=True):
    """Somebody says that an agreement was not kept; nothing follows from it yet (W9.2)."""

    TOPIC = "breach.claimed"
    NAME = "niet-nakomen-gemeld"
    PARAGRAPHS = ("W9.2", "S7.2")
    STREAM = "breach"
    SUBJECT = "breach"

    breach: UUID
    words: Item[ClaimWords]
    agreement: UUID
    reporter: UUID | None = None
    hidden_from: tuple[UUID, ...] = ()


class ReportBreach(Act, frozen=True, kw_only=True):
    """Says that an agreement was not kept; open to the network too, each in their own name.

    ``effective_at`` is when it was not kept.
    """

    ROLES = ANYBODY

    agreement: UUID
    what: str
    reporter: UUID | None = None
    reporter_description: str | None = None
    hidden_from: tuple[UUID, ...] = ()


class Claim(msgspec.Struct, frozen=True):
    """One claim: when it was said not to be kept, and since when we know that it is said."""

    event: BreachClaimed
    mark: Mark
    heard_at: datetime

    @property
    def words(self) -> Sealed[ClaimWords]:
        """What is said."""
        return self.event.words


class Claims:
    """All claims by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Claim] = {}


def _no_agreement(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    item = state[Plan].item_at(act.agreement, doing.now)
    # To whom an agreement is not theirs to read it is one that does not exist. What they saw can
    # be told as an incident, which names no agreement.
    unread = item is not None and doing.actor.role == PERSON and not _reads(item, doing)
    return when(item is None or item.kind is not ItemKind.AGREEMENT or unread)


def _reads(item: PlanItem, doing: Doing) -> bool:
    return doing.actor.person in item.readers


KNOWN_AGREEMENT = Rule(
    "afspraak-onbekend",
    "W9.2",
    "Deze afspraak staat (nog) niet in een versie van het plan.",
    _no_agreement,
)
_RULES = (
    known_people("reporter", "hidden_from"),
    in_own_name("reporter", "reporter_description"),
    ONE_REPORTER,
    KNOWN_AGREEMENT,
)


def _unknown(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.breach not in state[Claims].all)


KNOWN_BREACH = Rule(
    "niet-nakomen-onbekend", "W9.2", "Deze melding staat niet (meer) in dit dossier.", _unknown
)


@catalogue.act(ReportBreach, "Niet-nakomen melden", ("W9.2", "S7.2"), (BreachClaimed,))
def report_breach(state: State, act: ReportBreach, doing: Doing) -> list[Event]:
    """The claim is recorded, and asks for a judgement (R26).

    Raises NotInvolved for a person's token that is not of this dossier.
    """
    admit(state, doing)
    refuse(_RULES, state, act, doing)
    words = seal(ClaimWords(act.what, act.reporter_description))
    reporter = said_by(act.reporter, doing)
    return [BreachClaimed(doing.new_id(), words, act.agreement, reporter, act.hidden_from)]


@catalogue.sentence(BreachClaimed)
def _tell(event: BreachClaimed, words: Words) -> str:
    named = words.text(event.words, "reporter_description")
    who = words.name(event.reporter) if event.reporter is not None else named or "Iemand"
    return f"{who} meldt dat een afspraak niet is nagekomen: {words.text(event.words, 'what')}"


@catalogue.fold.on(BreachClaimed)
def _claimed(state: State, event: BreachClaimed, stamp: Stamp) -> None:
    heard_at = stamp.learned_at or stamp.recorded_at or stamp.effective_at
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Claims].all[event.breach] = Claim(event, mark, heard_at)
    concerns = () if event.reporter is None else (event.reporter,)
    state[Reaches].put(event.breach, concerns, event.hidden_from)
