"""Who does not take part in the network deliberation, decided by whom and why (S5.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class AttendanceWords(msgspec.Struct, frozen=True):
    """Why somebody does, or does not, take part."""

    reason: str


class AttendanceDecided(Event, frozen=True):
    """It was decided whether somebody can take part in the deliberation (S5.2).

    Its topic and name stand in the clear, on the feed too, and do not tell what was decided.
    """

    TOPIC = "plan.attendance-decided"
    NAME = "deelname-afgewogen"
    PARAGRAPHS = ("S5.2",)

    item: UUID
    words: Item[AttendanceWords]
    person: UUID
    excluded: bool
    decided_by: UUID


class ExcludeFromDeliberation(Act, frozen=True, kw_only=True):
    """Keeps somebody out of the deliberation: no invitation, and no data about the network."""

    person: UUID
    reason: str
    decided_by: UUID


class AdmitToDeliberation(Act, frozen=True, kw_only=True):
    """Lets somebody take part who was kept out before, and says why."""

    person: UUID
    reason: str
    decided_by: UUID


class Attendance(msgspec.Struct, frozen=True):
    """The last decision on one person."""

    excluded: bool
    decided_by: UUID
    words: Sealed[AttendanceWords]
    at: datetime


class Attendances:
    """The last decision on each person on whom one was taken, and all; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[UUID, Attendance] = {}
        self.all: defaultdict[UUID, list[Attendance]] = defaultdict(list)

    def excludes(self, person: UUID) -> bool:
        """Whether this person is kept out of the deliberation."""
        decided = self.of.get(person)
        return decided is not None and decided.excluded

    def excluded_at(self, person: UUID, at: datetime) -> bool:
        """Whether this person was kept out at an instant."""
        held = [decided for decided in self.all.get(person, ()) if decided.at <= at]
        return bool(held) and held[-1].excluded

    def among(self, people: Iterable[UUID]) -> list[str]:
        """Those of ``people`` who are kept out, as a rule names them."""
        return [str(person) for person in people if self.excludes(person)]


def _by_oneself(state: State, act: ExcludeFromDeliberation, doing: Doing) -> tuple[str, ...]:
    return when(act.person == act.decided_by)


def _admitted(state: State, act: AdmitToDeliberation, doing: Doing) -> tuple[str, ...]:
    return when(not state[Attendances].excludes(act.person))


def _too_early(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    # The fold goes by when things happened: this would be recorded, and keep nobody out.
    last = state[Attendances].of.get(act.person)
    return when(last is not None and act.effective_at and act.effective_at < last.at)


_PEOPLE = known_people("person", "decided_by")
_SOMEBODY_ELSE = Rule(
    "uitsluiting-door-ander",
    "S5.2",
    "Over uitsluiten beslist een ander. Wil iemand zelf niet komen, leg dan vast dat die persoon "
    "niet bereid is.",
    _by_oneself,
)
_IN_TIME = Rule(
    "deelname-voor-vorige",
    "S5.2",
    "Over deze persoon is daarna iets anders besloten. Kies een later moment.",
    _too_early,
)
_EXCLUDED = Rule(
    "niet-uitgesloten", "S5.2", "Deze persoon is niet uitgesloten van het netwerkberaad.", _admitted
)


@catalogue.act(
    ExcludeFromDeliberation, "Uitsluiten van netwerkberaad", ("S5.2",), (AttendanceDecided,)
)
def exclude_from_deliberation(
    state: State, act: ExcludeFromDeliberation, doing: Doing
) -> list[Event]:
    """From now on this person is not invited, and is given nothing of the network."""
    refuse([_PEOPLE, _SOMEBODY_ELSE, _IN_TIME], state, act, doing)
    return [_decided(act, True, doing)]


@catalogue.act(
    AdmitToDeliberation, "Weer toelaten tot netwerkberaad", ("S5.2",), (AttendanceDecided,)
)
def admit_to_deliberation(state: State, act: AdmitToDeliberation, doing: Doing) -> list[Event]:
    """This person can be invited again, and is shown again what was shared before."""
    refuse([_PEOPLE, _EXCLUDED, _IN_TIME], state, act, doing)
    return [_decided(act, False, doing)]


def _decided(act: Any, excluded: bool, doing: Doing) -> AttendanceDecided:
    words = seal(AttendanceWords(act.reason))
    return AttendanceDecided(doing.new_id(), words, act.person, excluded, act.decided_by)


@catalogue.sentence(AttendanceDecided)
def _tell(event: AttendanceDecided, words: Words) -> str:
    how = "doet niet mee aan" if event.excluded else "kan meedoen aan"
    decided = f"Besloten door {words.name(event.decided_by)}."
    reason = words.text(event.words, "reason")
    return f"{words.name(event.person)} {how} het netwerkberaad. {decided} Reden: {reason}"


@catalogue.fold.on(AttendanceDecided)
def _weighed(state: State, event: AttendanceDecided, stamp: Stamp) -> None:
    decided = Attendance(event.excluded, event.decided_by, event.words, stamp.effective_at)
    state[Attendances].of[event.person] = decided
    state[Attendances].all[event.person].append(decided)
    state[Reaches].put(event.item, ())
