"""At work on a real record, as a seed has it: recording, erasing, rotating, signing, reopening."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from uuid import UUID

from eventsourcing.persistence import PersistenceError
from pysqlite3 import dbapi2 as sqlite3

from shared.eventbase.sealed import Compartment, Kind
from shared.record.appending import Append, Appended
from shared.record.opening import EPOCHS_FILE
from shared.record.sqlite.open_record import KEYS_FILE
from tests.contract.record.family import Clock, Joined
from tests.contract.record.stores import terms
from tests.faults.power import notes
from tests.faults.power.acts import Acts
from tests.faults.power.careless import opened
from tests.faults.power.house import RECORD, Office

_WRAPPED = "SELECT wrapped FROM data_key WHERE plan_id = ? AND compartment = ?"
Tell = Callable[[notes.Note], None]


class Scribe:
    """One writer in ``root``; ``tell`` takes what it begins and what it acknowledges."""

    def __init__(self, root: Path, chance: Random, synchronous: str, tell: Tell) -> None:
        self._root = root
        self._chance = chance
        self._synchronous = synchronous
        self._tell = tell
        self._clock = Clock()
        self._acts = Acts(chance)
        self._people: list[tuple[UUID, UUID]] = []
        self._open()
        tell(notes.Opened(self._office.key.public.key_id))

    def work(self) -> None:
        """Does one thing, most often an act. What goes wrong is told, and that was that."""
        doing = self._chance.choices(
            (self._record_acts, self._sign, self._erase, self._rotate, self._reopen),
            (80, 12, 4, 2, 2),
        )
        self._clock.move(minutes=1)
        try:
            doing[0]()
        except (PersistenceError, OSError, sqlite3.Error) as error:
            self._tell(notes.Failed(repr(error)))

    def close(self) -> None:
        """Closes the record."""
        self._record.close()

    def _open(self) -> None:
        given = terms(clock=self._clock, random_bytes=self._chance.randbytes)
        self._record = opened(self._root / RECORD, given, self._synchronous)
        self._office = Office(self._root, self._record, self._clock, self._chance.randbytes)

    def _reopen(self) -> None:
        try:
            self.close()
        finally:
            self._open()

    def _record_acts(self) -> None:
        plans = self._acts.plans()
        acts = [self._acts.act(plan, len(self._record.of_plan(plan))) for plan in plans]
        self._tell(notes.Begun({a.events[0].stamp.act_id: len(a.events) for a in acts}))
        leaves: dict[int, bytes] = {}
        for outcome in self._record.append(acts):
            assert isinstance(outcome, Appended)
            seqs = [event.stamp.seq or 0 for event in outcome.events]
            leaves |= dict(zip(seqs, outcome.leaf_hashes, strict=True))
        answers = [act.answer for act in acts if act.answer is not None]
        self._tell(notes.Recorded(leaves, {a.scope_key.hex(): a.answer for a in answers}))
        self._people += [person for act in acts for person in _people(act)]

    def _sign(self) -> None:
        checkpoint = self._office.sign()
        if checkpoint is not None:
            self._tell(notes.Published(checkpoint.size, checkpoint.root))

    def _erase(self) -> None:
        if self._people:
            plan, person = self._people.pop(self._chance.randrange(len(self._people)))
            wrapped = self._wrapped(plan, Compartment(Kind.PARTY, person))
            self._tell(notes.Erasing(plan, person))
            self._record.keys.destroy(plan, [Compartment(Kind.PARTY, person)])
            self._tell(notes.Erased(plan, person, wrapped))

    def _rotate(self) -> None:
        old = (self._root / RECORD / EPOCHS_FILE).read_bytes()
        self._record.keys.rotate()
        self._tell(notes.Rotated(old))

    def _wrapped(self, plan: UUID, compartment: Compartment) -> bytes:
        with closing(sqlite3.connect(self._root / RECORD / KEYS_FILE)) as connection:
            row = connection.execute(_WRAPPED, (plan.hex, compartment.name)).fetchone()
        return bytes(row[0])


def _people(act: Append) -> list[tuple[UUID, UUID]]:
    events = [(recorded.stamp.plan_id, recorded.event) for recorded in act.events]
    return [(plan, event.person) for plan, event in events if isinstance(event, Joined)]
