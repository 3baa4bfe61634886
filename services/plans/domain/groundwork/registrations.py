"""Who is registered to judge risks: with a number, and looked up in the register (W0.3, R48)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import (
    People,
    PersonAdded,
    Register,
    Registration,
    known_people,
)
from shared.eventbase.act import Act
from shared.eventbase.calendar import end_of_day, local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.passing import Passing, days_passed
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Party, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Terms

RENEW = "registratie-vernieuwen"
_DAYS_BEFORE = catalogue.threshold("R48", 60)


class RegistrationNumber(msgspec.Struct, frozen=True):
    """Somebody's number in a register."""

    number: str


class RegistrationRecorded(Event, frozen=True):
    """Somebody was looked up in the register that they are in (W0.3)."""

    TOPIC = "plan.registration-recorded"
    NAME = "registratie-vastgelegd"
    PARAGRAPHS = ("W0.3",)
    SUBJECT = "person"

    person: UUID
    number: Party[RegistrationNumber]
    registration: Registration
    checked_on: date


class RecordRegistration(Act, frozen=True, kw_only=True):
    """Records a registration as it stands in the register, and the day on which that was seen.

    One with the same first day replaces what was known: it may turn out to end earlier.
    """

    person: UUID
    registration: Registration
    number: str
    checked_on: date


class Held(msgspec.Struct, frozen=True):
    """One registration; without a number and a day of checking it is somebody's word."""

    person: UUID
    registration: Registration
    mark: Mark
    number: Sealed[RegistrationNumber] | None = None
    checked_on: date | None = None


class Registrations:
    """The registrations of each person, by register and first day; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, dict[tuple[Register, date], Held]] = defaultdict(dict)

    def put(self, held: Held) -> None:
        """What is known now of one registration."""
        key = (held.registration.register, held.registration.valid_from)
        self.of[held.person][key] = held

    def held_on(self, day: date, person: UUID) -> set[Register]:
        """The registers that somebody was in on ``day``."""
        held = [each.registration for each in self.of.get(person, {}).values()]
        return {each.register for each in held if each.holds_on(day)}


def _backwards(state: State, act: RecordRegistration, doing: Doing) -> tuple[str, ...]:
    until = act.registration.valid_until
    return when(until is not None and until < act.registration.valid_from)


_RULES = (
    known_people("person"),
    Rule(
        "registratie-eindigt-voor-begin",
        "W0.3",
        "Een registratie eindigt niet voordat zij begint.",
        _backwards,
    ),
    Rule(
        "registratie-nog-niet-nagekeken",
        "W0.3",
        "De dag waarop u het register bekeek, kan niet in de toekomst liggen.",
        lambda state, act, doing: when(act.checked_on > local_day(doing.now)),
    ),
)


@catalogue.act(RecordRegistration, "Registratie vastleggen", ("W0.3",), (RegistrationRecorded,))
def record_registration(state: State, act: RecordRegistration, doing: Doing) -> list[Event]:
    """The registration counts on its own days, whenever it is written down."""
    refuse(_RULES, state, act, doing)
    number = seal(RegistrationNumber(act.number))
    return [RegistrationRecorded(act.person, number, act.registration, act.checked_on)]


@catalogue.sentence(RegistrationRecorded)
def _tell(event: RegistrationRecorded, words: Words) -> str:
    who, checked = words.name(event.person), f"{event.checked_on:%d-%m-%Y}"
    return f"De registratie van {who} is op {checked} in het register nagekeken."


@catalogue.fold.on(RegistrationRecorded)
def _recorded(state: State, event: RegistrationRecorded, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    held = Held(event.person, event.registration, mark, event.number, event.checked_on)
    state[Registrations].put(held)


@catalogue.fold.on(PersonAdded)
def _said(state: State, event: PersonAdded, stamp: Stamp) -> None:
    if event.registration is not None:
        mark = Mark(stamp.event_id, stamp.effective_at)
        state[Registrations].put(Held(event.person, event.registration, mark))


def _all(state: State) -> list[Held]:
    of = state[Registrations].of
    return [held for person in state[People].all for held in of.get(person, {}).values()]


@catalogue.by_itself
def _days(state: State, words: Words) -> Iterator[Passing]:
    for held in _all(state):
        what, days = f"De registratie van {words.name(held.person)}", held.registration
        yield from days_passed(held.person, what, held.mark.at, days.valid_from, days.valid_until)


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for held in _all(state):
        until = held.registration.valid_until
        # The last year of the calendar is how people write "without end".
        if until is not None and until.year < date.max.year:
            opened = Mark(held.mark.event_id, _alert_at(held.mark.at, until, terms))
            settled = _renewed(state, held, until)
            yield Obligation(RENEW, "R48", held.person, opened, end_of_day(until), settled)


def _alert_at(recorded: datetime, until: date, terms: Terms) -> datetime:
    before = timedelta(days=terms.number(_DAYS_BEFORE, until))
    return recorded if until - local_day(recorded) <= before else end_of_day(until - before)


def _renewed(state: State, held: Held, until: date) -> Mark | None:
    of_person = state[Registrations].of[held.person].values()
    same = [o for o in of_person if o.registration.register is held.registration.register]
    longer = (
        each.mark
        for each in same
        if each.registration.valid_until is None or each.registration.valid_until > until
    )
    return next(longer, None)


catalogue.duty(Duty(RENEW, "W0.3", "nagaan of de registratie is verlengd", _owed))
catalogue.flag(
    Flag(
        "registratie-niet-nagekeken",
        "W0.3",
        "De registratie van {} is niet in het register nagekeken.",
        lambda state, at: [str(held.person) for held in _all(state) if held.checked_on is None],
    )
)
