"""A plan's informing in memory: followed events, acts and the sender's deeds, without any I/O."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from services.notifications.domain import catalogue
from services.notifications.domain.followed import (
    CaseLeadAssigned,
    ChangedFor,
    IncidentReported,
    PartyKind,
    PersonAdded,
    PlanActivated,
    PlanAdjusted,
    Unsafety,
    UnsafetyClassified,
)
from services.notifications.domain.obligations import Obligation, obligations
from shared.eventbase.act import Act
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.rule import Refused
from shared.eventbase.state import State

LATE = datetime(2099, 1, 1, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def at(text: str) -> datetime:
    """``2025-03-14 10:00`` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def uid(number: int) -> UUID:
    """A fixed id that tells two things apart."""
    return UUID(int=number, version=4)


PLAN = uid(1)
MIRJAM, STEFAN, NOOR, BAS, ELS, HANS, OPA = (uid(n) for n in range(11, 18))
SEVEN = (MIRJAM, STEFAN, NOOR, BAS, ELS, HANS, OPA)
FATMA, ROB, ANNE = uid(21), uid(22), uid(23)
INCIDENT = uid(31)
WORKER = Actor("fatma", "worker")
VANGNET = Actor("vangnet", "service")


def token_of(who: UUID) -> Actor:
    """The token of an involved person."""
    return Actor(f"sub-{who.int}", "person", who)


class Family:
    """One plan: its history so far, and the clock, which only goes forward."""

    def __init__(self, now: str = "2025-03-10 09:00", acute: bool = False) -> None:
        self.history: list[Recorded[Any]] = []
        self.now = at(now)
        self._ids = (uid(n) for n in count(1000))
        for person in SEVEN:
            self.follow(PersonAdded(person, PartyKind.FAMILY))
        for person in (FATMA, ROB):
            self.follow(PersonAdded(person, PartyKind.PROFESSIONAL))
        self.follow(UnsafetyClassified(Unsafety.ACUTE if acute else Unsafety.STRUCTURAL))

    def state(self, valid: datetime = LATE, known: datetime = LATE) -> State:
        """The plan at (V, K); without moments, all that is known."""
        return catalogue.fold(PLAN, known_and_effective(self.history, Moment(valid, known)))

    def do(self, act: Act, actor: Actor = WORKER) -> list[Any]:
        """Performs an act; its events are recorded as the record does it."""
        return self.decide(lambda state, doing: catalogue.decide(state, act, doing), actor, act)

    def refused(self, act: Act, actor: Actor = WORKER) -> set[str]:
        """The names of the rules that an act breaks."""
        try:
            self.do(act, actor)
        except Refused as refused:
            return {broken.rule for broken in refused.broken}
        return set()

    def decide(
        self,
        decide: Callable[[State, Doing], Sequence[Event]],
        actor: Actor = VANGNET,
        act: Act | None = None,
    ) -> list[Any]:
        """Records what ``decide`` makes of the present state."""
        events = list(decide(self.state(), Doing(actor, self.now, lambda: next(self._ids))))
        happened = (act.effective_at if act else None) or self.now
        for event in events:
            self._store(event, happened, None, actor)
        return events

    def follow(self, event: Event, happened: str | None = None, source: str = "plans") -> None:
        """Follows an event of another service."""
        moment = at(happened) if happened else self.now
        self._store(event, moment, source, Actor(source, "service"))

    def version(self, number: int, **own: int) -> None:
        """Follows a version; ``own`` gives the own number of who is named, such as ``opa=2``."""
        changed = tuple(ChangedFor(_NAMES[name], own_version) for name, own_version in own.items())
        self.follow((PlanActivated if number == 1 else PlanAdjusted)(number, changed))

    def incident(self, happened: str | None = None) -> None:
        """Follows the report of an incident."""
        self.follow(IncidentReported(INCIDENT), happened, "evaluations")

    def lead(self, person: UUID) -> None:
        """Follows that somebody became case lead."""
        self.follow(CaseLeadAssigned(person))

    def lose(self, number: int) -> None:
        """Plans is restored from before a version: it is no longer followed, what we did stays."""
        self.history = [
            recorded
            for recorded in self.history
            if recorded.stamp.source != "plans"
            or getattr(recorded.event, "version", None) != number
        ]

    def later(self, pause: timedelta = MINUTE) -> None:
        """Lets time pass."""
        self.now += pause

    def due(self, person: UUID, number: int) -> Obligation:
        """The obligation to tell somebody of a version."""
        wanted = person, number
        found = obligations(self.state())
        return next(o for o in found if (o.person, o.occasion.version) == wanted)

    def open(self) -> list[tuple[UUID | None, int | None]]:
        """Who must still be told of which version."""
        return [(o.person, o.occasion.version) for o in obligations(self.state()) if o.is_open]

    def _store(self, event: Event, happened: datetime, source: str | None, actor: Actor) -> None:
        version = 1 + sum(r.stamp.source == source for r in self.history)
        stamp = Stamp(
            event_id=next(self._ids),
            plan_id=PLAN,
            stream_id=PLAN,
            version=version,
            act_id=next(self._ids),
            actor=actor.subject,
            role=actor.role,
            effective_at=happened,
            person=actor.person,
            recorded_at=self.now + timedelta(microseconds=len(self.history)),
            seq=len(self.history) + 1,
            source=source,
        )
        self.history.append(Recorded(event, stamp))


_NAMES = {
    "mirjam": MIRJAM,
    "stefan": STEFAN,
    "noor": NOOR,
    "bas": BAS,
    "els": ELS,
    "hans": HANS,
    "opa": OPA,
}
ALL_OWN = dict.fromkeys(_NAMES, 1)
