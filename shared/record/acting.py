"""Performing an act: read the history, fold, decide, append; and again when another was first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.persistence import Cursor

from shared.eventbase.act import Act
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.state import Fold, State, heads_of
from shared.eventbase.terms import Terms
from shared.record.appending import Append, Appended, Conflict, IdempotencyRow, KeyConflict
from shared.record.folded import Folded
from shared.record.histories import Histories, SiftedHistories
from shared.record.recent import Recent
from shared.record.record import Record

_ATTEMPTS = 8
# In events, of the states that are kept.
_EVENTS = 50_000
_NO_TERMS = Terms({})
_BEGINNING = datetime.min.replace(tzinfo=UTC)
_ALL = Moment(datetime.max.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))

Decide = Callable[[State, Doing], Sequence[Event]]
Followed = Callable[[UUID], Sequence[Recorded[Any]]]
Beside = Callable[[Sequence[Event]], Callable[[Cursor], None] | None]


class Contended(Exception):
    """Others were first each time, and deciding again did not help."""


class KeyTaken(Exception):
    """The idempotency key was used while this act was being decided."""


class Deed(msgspec.Struct, frozen=True):
    """One act to perform: on which plan, by whom, what it decides, and what is kept with it.

    ``keep`` makes the idempotency row out of the events that were decided on.
    """

    plan_id: UUID
    actor: Actor
    decide: Decide
    claim: Act = Act()
    keep: Callable[[Sequence[Event], dict[UUID, int]], IdempotencyRow | None] = lambda *_: None


class Done(msgspec.Struct, frozen=True):
    """What a deed led to: its events as recorded, and the last version of each stream after it,

    with the leaf hashes of those that stand in the plan itself.
    """

    events: tuple[Recorded[Any], ...]
    versions: dict[UUID, int]
    leaf_hashes: tuple[bytes, ...]


class Acting:
    """Where a service's acts are performed and its states are read; safe for several threads.

    ``followed`` gives what was followed of a plan from other services, as recorded events, and
    ``followed_until`` when the newest of all that was recorded there. ``beside`` gives what is
    written in the same transaction as events, if anything is; ``terms``: the thresholds that
    rules judge by.
    """

    def __init__(
        self,
        record: Record,
        fold: Fold,
        clock: Callable[[], datetime],
        new_id: Callable[[], UUID],
        followed: Followed = lambda plan_id: (),
        followed_until: Callable[[], datetime | None] = lambda: None,
        beside: Beside = lambda events: None,
        terms: Terms = _NO_TERMS,
    ) -> None:
        self.record = record
        self._fold = fold
        self._clock = clock
        self._new_id = new_id
        self._followed = followed
        self._followed_until = followed_until
        self._beside = beside
        self._terms = terms
        self._folded = Folded(fold)
        self._histories: Histories | SiftedHistories = Histories(record.of_plan)
        self._states = _states()

    def last_recorded(self) -> datetime | None:
        """When the newest event was recorded that is known here, our own or followed."""
        known = self.record.last().recorded_at, self._followed_until()
        return max((moment for moment in known if moment is not None), default=None)

    def history(self, plan_id: UUID) -> list[Recorded[Any]]:
        """All that is known of a plan: our own events, and what was followed."""
        return [*self._histories.of(plan_id), *self._followed(plan_id)]

    def followed(self, plan_id: UUID) -> Sequence[Recorded[Any]]:
        """What was followed of a plan from other services."""
        return self._followed(plan_id)

    def recorded(self, plan_id: UUID, event_id: UUID) -> Recorded[Any] | None:
        """An event of our own by its id, if it is of this plan."""
        found = self.record.of_event(event_id)
        return found if found is not None and found.stamp.plan_id == plan_id else None

    def partly(self, kinds: Sequence[type[Event]]) -> Acting:
        """The same for reading, as if there were no others of our own events than these kinds."""
        part, topics = copy(self), tuple(kind.TOPIC for kind in kinds)
        of_topics = partial(self.record.of_plan_topics, topics=topics)
        part._histories = SiftedHistories(
            of_topics, self.record.of_event, lambda: self.record.last().seq
        )
        part._states = _states()
        return part

    def fold(self, plan_id: UUID, history: Iterable[Recorded[Any]]) -> State:
        """The state that a history makes in this order, for reading only: it is kept and shared."""
        return self._folded(plan_id, history)

    def now(self, plan_id: UUID) -> tuple[list[Recorded[Any]], State]:
        """The history of a plan and the state it makes, for reading only: it is kept and shared."""
        history = self.history(plan_id)
        kept = self._states.get(plan_id)
        # Of the same length it may be of before something was erased.
        if kept is None or kept[0] != history:
            kept = history, self._state(plan_id, history, _ALL)
            self._states.put(plan_id, kept)
        return history, kept[1]

    def state(self, plan_id: UUID, moment: Moment = _ALL) -> State:
        """The state of a plan at (V, K), one's own; without a moment, all that is known."""
        return self._state(plan_id, self.history(plan_id), moment)

    def _state(self, plan_id: UUID, history: list[Recorded[Any]], moment: Moment) -> State:
        state = self._fold(plan_id, known_and_effective(history, moment))
        # A voided event does not count, and still has its place in its stream.
        state.versions = heads_of(history)
        return state

    def perform(self, deed: Deed) -> Done:
        """Performs ``deed``. Raises Refused, Contended, KeyTaken, or what ``decide`` raises."""
        for _ in range(_ATTEMPTS):
            outcome = self._attempt(deed)
            if isinstance(outcome, Done):
                return outcome
            if isinstance(outcome, KeyConflict):
                raise KeyTaken
        raise Contended

    def _attempt(self, deed: Deed) -> Done | Conflict:
        history = self.history(deed.plan_id)
        state = self._state(deed.plan_id, history, _ALL)
        after = self._after(history)
        # A clock that was put back would have this happen before what it builds on.
        now = max(self._clock(), after or _BEGINNING)
        doing = Doing(deed.actor, now, self._new_id, self._terms, self.state)
        decided = deed.decide(state, doing)
        # Deciding may have folded some of these in; what is stored follows what is stored.
        versions = heads_of(history)
        events = self._stamped(deed, decided, history, versions, doing)
        keep = deed.keep(decided, versions)
        outcome = self.record.append([Append(events, after, keep, self._beside(decided))])[0]
        if isinstance(outcome, Conflict):
            return outcome
        return Done(outcome.events, versions, _own(deed, outcome))

    def _after(self, history: Sequence[Recorded[Any]]) -> datetime | None:
        """What is recorded now comes after all that caused it, and after all that was followed:

        an answer may have stated that as its K, whatever our own clock says.
        """
        known = [self._followed_until(), *(r.stamp.recorded_at for r in history)]
        return max((moment for moment in known if moment is not None), default=None)

    def _stamped(
        self,
        deed: Deed,
        events: Sequence[Event],
        history: Sequence[Recorded[Any]],
        versions: dict[UUID, int],
        doing: Doing,
    ) -> list[Recorded[Any]]:
        act_id = self._new_id()
        happened = deed.claim.effective_at or _instead_of(events, history) or doing.now
        stamped = []
        for event in events:
            stream = event.stream_id(deed.plan_id)
            versions[stream] = versions.get(stream, 0) + 1
            # Taking something back happens when it is done, whenever the mistake was made.
            at = doing.now if hasattr(event, "voids") else happened
            stamp = _stamp(deed, event, act_id, self._new_id(), stream, versions[stream], at)
            stamped.append(Recorded(event, stamp))
        return stamped


def _states() -> Recent[UUID, tuple[list[Recorded[Any]], State]]:
    return Recent(_EVENTS, lambda kept: len(kept[0]))


def _own(deed: Deed, done: Appended) -> tuple[bytes, ...]:
    found = zip(done.events, done.leaf_hashes, strict=True)
    return tuple(leaf for recorded, leaf in found if recorded.stamp.plan_id == deed.plan_id)


def _instead_of(events: Sequence[Event], history: Sequence[Recorded[Any]]) -> datetime | None:
    """When the event happened that these events void: what comes in its place happened then."""
    voided = {event.voids for event in events if hasattr(event, "voids")}
    found = [r.stamp.effective_at for r in history if r.stamp.event_id in voided]
    return found[0] if found else None


def _stamp(
    deed: Deed,
    event: Event,
    act_id: UUID,
    event_id: UUID,
    stream: UUID,
    version: int,
    at: datetime,
) -> Stamp:
    return Stamp(
        event_id=event_id,
        plan_id=event.plan_of(deed.plan_id),
        stream_id=stream,
        version=version,
        act_id=act_id,
        actor=deed.actor.subject,
        role=deed.actor.role,
        effective_at=at,
        person=deed.actor.person,
        learned_at=deed.claim.learned_at,
        learned_by=deed.claim.learned_by,
    )
