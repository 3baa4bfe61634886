"""Direct safety: reached per person, with evidence, and lost again (W5.1)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.consulting import ASK_ANOTHER
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class EvidenceWords(msgspec.Struct, frozen=True):
    """What shows it."""

    evidence: str


class DirectSafetyWeighed(Event, frozen=True):
    """A professional judged that these people are safe now, or no longer (W5.1).

    ``because``: the evaluation or incident that it followed from, if it was one. Its topic and
    name stand in the clear, on the feed too, and do not tell how it was judged.
    """

    TOPIC = "plan.direct-safety-weighed"
    NAME = "directe-veiligheid-gewogen"
    PARAGRAPHS = ("W5.1",)

    item: UUID
    words: Item[EvidenceWords]
    reached: bool
    people: tuple[UUID, ...]
    decided_by: UUID
    consulted: UUID | None = None
    because: UUID | None = None


class DeclareDirectSafetyReached(Act, frozen=True, kw_only=True):
    """Records for whom direct safety is reached and what shows it, after asking whom.

    What shows it can differ per person: each is then recorded by itself.
    """

    people: tuple[UUID, ...]
    evidence: str
    decided_by: UUID
    consulted: UUID | None = None
    evaluation: UUID | None = None


class DeclareDirectSafetyLost(Act, frozen=True, kw_only=True):
    """Records for whom direct safety is lost, what shows it, and by which incident."""

    people: tuple[UUID, ...]
    evidence: str
    decided_by: UUID
    incident: UUID | None = None


class Declaration(msgspec.Struct, frozen=True):
    """One time that direct safety was judged reached, or lost.

    ``because``: the evaluation or incident that it followed from.
    """

    item: UUID
    reached: bool
    people: tuple[UUID, ...]
    words: Sealed[EvidenceWords]
    decided_by: UUID
    consulted: UUID | None
    because: UUID | None
    mark: Mark


class DirectSafety:
    """All such judgements, in the order in which they were made; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Declaration] = []

    def latest(self, person: UUID) -> Declaration | None:
        """What was last judged of somebody."""
        return next((d for d in reversed(self.all) if person in d.people), None)


def _nobody(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(not act.people)


def _never_reached(state: State, act: DeclareDirectSafetyLost, doing: Doing) -> tuple[str, ...]:
    at = act.effective_at or doing.now
    earlier = [d for d in state[DirectSafety].all if d.reached and d.mark.at <= at]
    reached = {person for declared in earlier for person in declared.people}
    return when(act.people and not reached & set(act.people))


_SOMEBODY = Rule(
    "directe-veiligheid-zonder-wie",
    "W5.1",
    "Zeg voor wie dit geldt.",
    _nobody,
)
_REACHED_BEFORE = Rule(
    "directe-veiligheid-niet-bereikt",
    "W5.1",
    "Voor niemand van hen was directe veiligheid toen bereikt. Beoordeel dan de onveiligheid.",
    _never_reached,
)


@catalogue.act(
    DeclareDirectSafetyReached, "Directe veiligheid bereikt", ("W5.1",), (DirectSafetyWeighed,)
)
def declare_reached(state: State, act: DeclareDirectSafetyReached, doing: Doing) -> list[Event]:
    """These people are safe, as this professional judges."""
    people = known_people("people", "decided_by", "consulted")
    refuse([people, _SOMEBODY, ASK_ANOTHER], state, act, doing)
    words, judged = seal(EvidenceWords(act.evidence)), (act.decided_by, act.consulted)
    return [DirectSafetyWeighed(doing.new_id(), words, True, act.people, *judged, act.evaluation)]


@catalogue.act(
    DeclareDirectSafetyLost, "Directe veiligheid verloren", ("W5.1",), (DirectSafetyWeighed,)
)
def declare_lost(state: State, act: DeclareDirectSafetyLost, doing: Doing) -> list[Event]:
    """These people are no longer safe: direct safety comes first again."""
    refuse([known_people("people", "decided_by"), _SOMEBODY, _REACHED_BEFORE], state, act, doing)
    words, judged = seal(EvidenceWords(act.evidence)), (act.decided_by, None)
    return [DirectSafetyWeighed(doing.new_id(), words, False, act.people, *judged, act.incident)]


@catalogue.sentence(DirectSafetyWeighed)
def _tell(event: DirectSafetyWeighed, words: Words) -> str:
    judged = "bereikt" if event.reached else "verloren"
    who = words.names(event.people)
    return f"Directe veiligheid is {judged} voor {who}. {words.text(event.words, 'evidence')}"


@catalogue.fold.on(DirectSafetyWeighed)
def _weighed(state: State, event: DirectSafetyWeighed, stamp: Stamp) -> None:
    declared = Declaration(
        item=event.item,
        reached=event.reached,
        people=event.people,
        words=event.words,
        decided_by=event.decided_by,
        consulted=event.consulted,
        because=event.because,
        mark=Mark(stamp.event_id, stamp.effective_at),
    )
    state[DirectSafety].all.append(declared)
    state[Reaches].put(event.item, ())


def _alone(state: State, at: datetime) -> list[str]:
    declared = [d for d in state[DirectSafety].all if d.reached and d.consulted is None]
    return [f"{d.mark.at:%d-%m-%Y}" for d in declared]


catalogue.flag(
    Flag(
        "veilig-zonder-overleg",
        "W5.1",
        "Over de directe veiligheid die op {} is vastgelegd, is niemand anders geraadpleegd.",
        _alone,
    )
)
