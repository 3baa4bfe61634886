"""A dossier in memory: acts are decided and folded as the record does it, without any I/O."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from services.plans.domain import catalogue
from services.plans.domain.plan.pending import pending_items
from shared.eventbase.act import Act
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.obligation import Obligation
from shared.eventbase.rule import Broken, Refused
from shared.eventbase.state import State

LATE = datetime(2099, 1, 1, tzinfo=UTC)
TERMS = catalogue.terms()
WORKER = Actor("fatma", "worker")
VANGNET = Actor("vangnet", "service")
START = "2025-03-10 09:00"


def at(text: str) -> datetime:
    """``2025-03-14 10:00`` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def day(text: str) -> date:
    """``2025-03-14``."""
    return date.fromisoformat(text)


def uid(number: int) -> UUID:
    """A fixed id that tells two things apart."""
    return UUID(int=number, version=4)


PLAN, STRANGER, NOWHERE = uid(1), uid(2), uid(3)


class Case:
    """One dossier: its history and acts so far, and the clock, which only goes forward.

    ``others``: what is known of other dossiers, by plan.
    """

    def __init__(self, now: str = START, first_id: int = 1000) -> None:
        self.history: list[Recorded[Any]] = []
        self.deeds: list[tuple[Act, list[Any]]] = []
        self.now = at(now)
        self.others: dict[UUID, State] = {}
        self._ids = (uid(n) for n in count(first_id))

    def state(self, valid: datetime = LATE, known: datetime = LATE, plan_id: UUID = PLAN) -> State:
        """The dossier at (V, K); without moments, all that is known."""
        return catalogue.fold(plan_id, known_and_effective(self.history, Moment(valid, known)))

    def do(self, act: Act, now: str | None = None, actor: Actor = WORKER) -> list[Any]:
        """Performs an act; its events are stamped and recorded as they are in the record."""
        self.now = self.now + timedelta(seconds=1) if now is None else at(now)
        doing = Doing(actor, self.now, lambda: next(self._ids), TERMS, self._state_of)
        act_id = next(self._ids)
        events = list(catalogue.decide(self.state(), act, doing))
        happened = act.effective_at or self._instead_of(events) or self.now
        for event in events:
            moment = self.now if hasattr(event, "voids") else happened
            self._store(event, act, actor, act_id, moment)
        self.deeds.append((act, events))
        return events

    def happen(self, event: Event) -> None:
        """What the service itself records, because of something that was done elsewhere."""
        self.now += timedelta(seconds=1)
        self._store(event, Act(), VANGNET, next(self._ids), self.now)

    @property
    def done(self) -> list[Act]:
        """The acts that were performed."""
        return [act for act, _ in self.deeds]

    def _state_of(self, plan_id: UUID) -> State:
        return self.others.get(plan_id, State(plan_id))

    def item(self, act: Act, now: str | None = None, actor: Actor = WORKER) -> UUID:
        """Performs an act; the id of what it made."""
        made = self.do(act, now, actor)[-1]
        found: UUID = getattr(made, made.SUBJECT)
        return found

    def _instead_of(self, events: list[Any]) -> datetime | None:
        voided = {event.voids for event in events if hasattr(event, "voids")}
        found = [r.stamp.effective_at for r in self.history if r.stamp.event_id in voided]
        return found[0] if found else None

    def _store(self, event: Event, act: Act, actor: Actor, act_id: UUID, when: datetime) -> None:
        place = len(self.history) + 1
        stamp = Stamp(
            event_id=next(self._ids),
            plan_id=PLAN,
            stream_id=event.stream_id(PLAN),
            version=place,
            act_id=act_id,
            actor=actor.subject,
            role=actor.role,
            effective_at=when,
            person=actor.person,
            learned_at=act.learned_at,
            learned_by=act.learned_by,
            recorded_at=self.now + timedelta(microseconds=place),
            seq=place,
        )
        self.history.append(Recorded(event, stamp))

    def event_id(self, event: Event) -> UUID:
        """The id under which an event was recorded."""
        return next(r.stamp.event_id for r in self.history if r.event is event)

    def broken(self, act: Act, now: str | None = None, actor: Actor = WORKER) -> tuple[Broken, ...]:
        """Everything that an act breaks; nothing when it is accepted."""
        before = len(self.history)
        try:
            self.do(act, now, actor)
        except Refused as refused:
            assert len(self.history) == before
            return refused.broken
        return ()

    def refused(self, act: Act, now: str | None = None, actor: Actor = WORKER) -> set[str]:
        """The names of the rules that an act breaks; none when it is accepted."""
        return {broken.rule for broken in self.broken(act, now, actor)}

    def flags(self, valid: str | None = None) -> set[str]:
        """The names of the open points at V, or now."""
        moment = self.now if valid is None else at(valid)
        return names(catalogue.open_points(self.state(moment + timedelta(microseconds=1)), moment))

    def told(self, flag: str) -> list[str]:
        """The sentences of one kind of open point, now."""
        return [b.message for b in catalogue.open_points(self.state(), self.now) if b.rule == flag]

    def obligations(self, duty: str) -> list[Obligation]:
        """What is, or was, owed of one duty, by what is known now."""
        found = catalogue.obligations(self.state(), TERMS)
        return [each for each in found if each.duty == duty]

    @property
    def pending(self) -> set[UUID]:
        """What stands in no version yet."""
        return set(pending_items(self.state()))


def names(broken: Iterable[Broken]) -> set[str]:
    """The names of rules or flags."""
    return {each.rule for each in broken}
