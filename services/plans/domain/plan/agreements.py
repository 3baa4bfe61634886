"""Agreements (afspraken): concrete promises of named people, the HOW of the plan (S6.4, W7.1)."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.unsafety import Classifications
from shared.eventbase.calendar import local_day
from shared.eventbase.event import Event, Stamp
from shared.eventbase.passing import Passing, days_passed
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Purpose(enum.Enum):
    """What an agreement works on (domain.md 3.1)."""

    DIRECT_SAFETY = "direct-safety"
    STABILITY = "stability"
    RECOVERY = "recovery"


class AgreementWords(msgspec.Struct, frozen=True):
    """What was promised, and what follows if it is kept and if it is not (S6.6)."""

    what: str
    if_kept: str | None = None
    if_not_kept: str | None = None


class EndingWords(msgspec.Struct, frozen=True):
    """Why an agreement ended before its time."""

    reason: str


class _AgreementEvent(Event, frozen=True):
    """The content of an agreement, whole, as it is from this event on."""

    PARAGRAPHS = ("S6.4", "S6.5", "S6.6", "W7.1")

    item: UUID
    words: Item[AgreementWords]
    responsible: tuple[UUID, ...]
    purpose: Purpose
    valid_from: date
    valid_until: date | None = None
    for_people: tuple[UUID, ...] = ()
    shared_with: tuple[UUID, ...] = ()
    based_on: tuple[UUID, ...] = ()
    bottom_lines: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()
    has_consequence: bool = False
    risk_statements: tuple[UUID, ...] = ()


class AgreementMade(_AgreementEvent, frozen=True):
    """An agreement was made (S6.4)."""

    TOPIC = "plan.agreement-made"
    NAME = "afspraak-gemaakt"


class AgreementChanged(_AgreementEvent, frozen=True):
    """An agreement got other content (W8.3)."""

    TOPIC = "plan.agreement-changed"
    NAME = "afspraak-gewijzigd"


class AgreementEnded(Event, frozen=True):
    """An agreement ended before its time (W8.3)."""

    TOPIC = "plan.agreement-ended"
    NAME = "afspraak-beeindigd"
    PARAGRAPHS = ("W8.3",)
    ENDS = True

    item: UUID
    words: Item[EndingWords]


class Agreement(msgspec.Struct):
    """One agreement; its days are inclusive.

    ``changed`` is the dossier version of its latest event, ``since`` when that happened.
    """

    item: UUID
    words: Sealed[AgreementWords]
    responsible: tuple[UUID, ...]
    purpose: Purpose
    valid_from: date
    valid_until: date | None
    for_people: tuple[UUID, ...]
    shared_with: tuple[UUID, ...]
    based_on: tuple[UUID, ...]
    bottom_lines: tuple[UUID, ...]
    has_consequence: bool
    changed: int
    since: datetime
    ended: bool = False
    risk_statements: tuple[UUID, ...] = ()

    def in_force_on(self, day: date) -> bool:
        """Whether it holds on ``day``: begun, not past its last day, and not ended (S6.6)."""
        begun = self.valid_from <= day
        return begun and not self.ended and (self.valid_until is None or day <= self.valid_until)


class Agreements:
    """All agreements, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Agreement] = {}

    @property
    def standing(self) -> list[Agreement]:
        """Those that were not ended."""
        return [agreement for agreement in self.all.values() if not agreement.ended]


@catalogue.fold.on(AgreementMade, AgreementChanged)
def _holds(state: State, event: _AgreementEvent, stamp: Stamp) -> None:
    state[Agreements].all[event.item] = Agreement(
        item=event.item,
        words=event.words,
        responsible=event.responsible,
        purpose=event.purpose,
        valid_from=event.valid_from,
        valid_until=event.valid_until,
        for_people=event.for_people,
        shared_with=event.shared_with,
        based_on=event.based_on,
        bottom_lines=event.bottom_lines,
        has_consequence=event.has_consequence,
        changed=stamp.version,
        since=stamp.effective_at,
        risk_statements=event.risk_statements,
    )
    concerns = (*event.responsible, *event.for_people, *event.shared_with)
    state[Reaches].put(event.item, concerns, event.hidden_from)


@catalogue.fold.on(AgreementEnded)
def _ended(state: State, event: AgreementEnded, stamp: Stamp) -> None:
    agreement = state[Agreements].all.get(event.item)
    if agreement is not None:
        agreement.ended = True
        agreement.changed, agreement.since = stamp.version, stamp.effective_at


@catalogue.sentence(AgreementMade)
def _tell_made(event: AgreementMade, words: Words) -> str:
    return f"Afspraak met {words.names(event.responsible)}: {words.text(event.words, 'what')}"


@catalogue.sentence(AgreementChanged)
def _tell_changed(event: AgreementChanged, words: Words) -> str:
    return f"Afspraak met {words.names(event.responsible)} is nu: {words.text(event.words, 'what')}"


@catalogue.sentence(AgreementEnded)
def _tell_ended(event: AgreementEnded, words: Words) -> str:
    return f"Een afspraak is beëindigd, omdat: {words.text(event.words, 'reason')}"


@catalogue.by_itself
def _days(state: State, words: Words) -> Iterator[Passing]:
    for each in state[Agreements].standing:
        what = f"De afspraak met {words.names(each.responsible)} ({words.text(each.words, 'what')})"
        yield from days_passed(each.item, what, each.since, each.valid_from, each.valid_until)


def _unprotected(state: State, at: datetime) -> list[str]:
    current = state[Classifications].current
    if current is None or not current.kind.is_acute:
        return []
    safe = [a for a in state[Agreements].standing if a.purpose is Purpose.DIRECT_SAFETY]
    protected = {p for a in safe if a.in_force_on(local_day(at)) for p in a.for_people}
    return [str(person) for person in current.endangered if person not in protected]


catalogue.flag(
    Flag("onbeschermd", "W3.2", "Geen directe veiligheidsafspraak voor {}.", _unprotected),
    Flag(
        "afspraak-zonder-consequentie",
        "S6.6",
        "Bij een afspraak staat niet wat er gebeurt als het niet lukt: {}.",
        lambda state, at: [
            str(agreement.item)
            for agreement in state[Agreements].standing
            if not agreement.has_consequence
        ],
    ),
)
