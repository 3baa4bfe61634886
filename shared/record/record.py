"""The record of one service: append acts, read events (design section 4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory
from eventsourcing.utils import Environment, EnvType

from shared.eventbase.erasing import Range
from shared.eventbase.event import Recorded
from shared.eventbase.sealed import Erased
from shared.record.appending import (
    Append,
    AppendAll,
    Appended,
    Around,
    Conflict,
    Head,
    KeptAnswer,
    Outcomes,
    SealedAct,
    SealedAnswer,
    StoredAct,
)
from shared.record.audit import audit
from shared.record.database import Database
from shared.record.destruction import Opened, stated
from shared.record.environment import refuse_db_functions
from shared.record.erased import ErasedEvent
from shared.record.errors import CommitUnclearError, DestructionError
from shared.record.factory import ReadyFactory
from shared.record.keys import KeyStore
from shared.record.mapper import SealedMapper
from shared.record.micros import to_micros, to_moment
from shared.record.packet import open_packet, seal_packet
from shared.record.recorder import RecordRecorder
from shared.record.seal import Sealer
from shared.record.stored import RecordedEvent
from shared.record.walk import Finding

Outcome = StoredAct | Conflict
_FIRST_PAGE, _PAGE = 2, 50


class Parts(msgspec.Struct, frozen=True):
    """What a record is made of: one set of these per kind of database."""

    database: Database
    recorder: RecordRecorder
    mapper: SealedMapper
    sealer: Sealer
    keys: KeyStore
    close: Callable[[], None]


class Record(Application[UUID]):
    """The library's application with our mapper and recorder. Safe to use from several threads.

    ``origin`` names the log in its leaves. ``simulated``: its clock was, at least once, a
    simulated one. ``database`` is for what must commit with it: tracking, agenda, log, and
    ``ledger`` is its rows as they are stored, for who proves something of them. Raises
    SettingsError when ``environ``, the environment of the process, switches on the library's
    functions in PostgreSQL.
    """

    def __init__(
        self,
        parts: Parts,
        origin: str,
        simulated: bool,
        environ: Mapping[str, str],
    ) -> None:
        refuse_db_functions(environ)
        # Whoever looks on while acts are recorded stands around it.
        self.around: Around = _plainly
        self._parts = parts
        self._recorder = self.ledger = parts.recorder
        self._mapper = parts.mapper
        self.sealer = parts.sealer
        self.keys = parts.keys
        self.origin = origin
        self.simulated = simulated
        self.database = parts.database
        super().__init__({})

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Only what was passed: the environment of the process configures no record."""
        return Environment(name, env)

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        """One that hands out the recorder that was passed."""
        return ReadyFactory(self._recorder)

    def construct_mapper(self) -> SealedMapper:
        """The mapper that was passed."""
        return self._mapper

    def close(self) -> None:
        """Closes the databases. May be called more than once."""
        super().close()
        self._parts.close()

    def append(self, acts: Sequence[Append]) -> list[Appended | Conflict]:
        """Records acts, each whole or not at all; the outcomes stand in the same order.

        Raises UnreadableEventError, ErasedPlanError or UnknownTopicError before anything is
        stored, and the library's OperationalError when the database did not store anything.
        """
        return self.around(acts, self._append)

    def _append(self, acts: Sequence[Append]) -> list[Appended | Conflict]:
        self._mapper.prepare(recorded for act in acts for recorded in act.events)
        sealed = [self._sealed(act) for act in acts]
        try:
            outcomes = self._recorder.append(sealed)
        except CommitUnclearError as unclear:
            outcomes = self._read_again(sealed, unclear)
        return [self._opened(outcome) for outcome in outcomes]

    def of_plan(self, plan_id: UUID, after_seq: int = 0) -> list[Recorded[Any]]:
        """The events of a plan that follow ``after_seq``, in order, their content closed."""
        return self._read(self._recorder.select_plan(plan_id, after_seq))

    def paged(self, plan_id: UUID) -> Iterator[Recorded[Any]]:
        """Every event of a plan, in order, a page of them at a time: the first is there at once."""
        after, limit = 0, _FIRST_PAGE
        while page := self._recorder.select_plan(plan_id, after, limit):
            yield from self._read(page)
            after, limit = page[-1].id, _PAGE

    def of_plan_topics(
        self, plan_id: UUID, after_seq: int, topics: Sequence[str]
    ) -> list[Recorded[Any]]:
        """The events of a plan that follow ``after_seq`` and have one of these topics, in order."""
        return self._read(self._recorder.select_plan_topics(plan_id, after_seq, topics))

    def of_event(self, event_id: UUID) -> Recorded[Any] | None:
        """The event with this id, of whatever plan."""
        found = self._recorder.select_event(event_id)
        return None if found is None else self._mapper.to_domain_event(found)

    def of_stream(self, stream_id: UUID) -> list[Recorded[Any]]:
        """Every event of a stream, in the order of its versions."""
        return self._read(self._recorder.select_stream(stream_id))

    def after(self, seq: int, limit: int) -> list[Recorded[Any]]:
        """At most ``limit`` events that follow ``seq``, of all plans, in ``seq`` order."""
        return self._read(self._recorder.select_after(seq, limit))

    def last(self) -> Head:
        """The end of the record: what K is clamped to."""
        edge = self._recorder.frontier()
        return Head(edge.size, to_moment(edge.recorded_at) if edge.size else None)

    def plans(self, after_seq: int, limit: int) -> list[tuple[int, UUID]]:
        """At most ``limit`` plans in the order of their first event, with that event's ``seq``."""
        return self._recorder.select_plans(after_seq, limit)

    def answer_for(self, scope_key: bytes) -> KeptAnswer | None:
        """The answer that was kept under an idempotency key. Raises TamperedError."""
        row = self._recorder.select_answer(scope_key)
        if row is None:
            return None
        answer = open_packet(self.sealer, row.plan_id, _label(scope_key), row.sealed)
        at = to_moment(row.recorded_at)
        place = row.plan_id, row.stream_id, row.version
        return KeptAnswer(row.request_mac, *place, answer, at, self.leaf_hashes(*place))

    def audit(self) -> list[Finding]:
        """Everything in the stored rows that is not as it was written. Needs no keys.

        Others may append meanwhile: what they add is looked at as far as it is seen.
        """
        return audit(self.origin, self._recorder)

    def ranges_of(self, plan_id: UUID) -> tuple[Range, ...]:
        """Where the rows of a plan are: what is named when it is destroyed. None: it is gone."""
        return self._recorder.ranges_of(plan_id)

    def destroy(self, seq: int, receipt: bytes) -> None:
        """Removes the rows of the plan that the event at ``seq``, a DossierDestroyed, names.

        Its keys are destroyed first, and what the event says is opened for auditors, with the
        ``receipt`` that the service signed for it. Interrupted anywhere, or done twice, it is the
        same. Raises DestructionError when a key is there still
        or when something was recorded since, and OperationalError when it is to be done again.
        """
        stored = [event for event in self._recorder.select_after(seq - 1, 1) if event.id == seq]
        if not stored:
            raise DestructionError(f"Gebeurtenis {seq} is er niet.")
        self._recorder.destroy(self._opened_core(stored[0], receipt))
        self.database.forget_deleted()

    def _opened_core(self, stored: RecordedEvent, receipt: bytes) -> Opened:
        core = self._mapper.open_core(stored)
        if isinstance(core, Erased):
            raise DestructionError(f"Gebeurtenis {stored.id} is gewist en zegt niets meer.")
        opened = Opened(stored.id, *core, receipt, stored.topic, stored.state)
        said = stated(opened)
        first = [] if said is None else self._recorder.select_plan(said.plan)[:1]
        if any(not isinstance(recorded.event, ErasedEvent) for recorded in self._read(first)):
            raise DestructionError("De sleutels van dit dossier zijn er nog: vernietig die eerst.")
        return opened

    def leaf_hashes(self, plan_id: UUID, stream_id: UUID, version: int) -> tuple[bytes, ...]:
        """Of the whole act whose last event stands there."""
        events = [each.stamp for each in self.of_plan(plan_id)]
        acts = {(each.stream_id, each.version): each.act_id for each in events}
        seqs = {each.seq or 0 for each in events if each.act_id == acts.get((stream_id, version))}
        rows = self.ledger.rows_of(plan_id, max(seqs, default=0))
        return tuple(row.leaf.leaf_hash for row in rows if row.leaf.seq in seqs)

    def _read(self, stored: Sequence[RecordedEvent]) -> list[Recorded[Any]]:
        return [self._mapper.to_domain_event(event) for event in stored]

    def _read_again(self, acts: Sequence[SealedAct], unclear: Exception) -> list[Outcome]:
        outcomes = [self._recorder.recall(act) for act in acts]
        if None in outcomes:
            raise unclear
        return [outcome for outcome in outcomes if outcome is not None]

    def _sealed(self, act: Append) -> SealedAct:
        if not act.events:
            raise ValueError("an act without events records nothing")
        events = tuple(self._mapper.to_stored_event(recorded) for recorded in act.events)
        return SealedAct(events, _not_before(act), self._sealed_answer(act), act.beside)

    def _sealed_answer(self, act: Append) -> SealedAnswer | None:
        row = act.answer
        if row is None:
            return None
        plan_id = act.events[-1].stamp.plan_id
        sealed = seal_packet(self.sealer, plan_id, _label(row.scope_key), row.answer)
        return SealedAnswer(row.scope_key, row.request_mac, sealed)

    def _opened(self, outcome: Outcome) -> Appended | Conflict:
        if isinstance(outcome, Conflict):
            return outcome
        return Appended(tuple(self._read(outcome.events)), outcome.leaf_hashes)


def _plainly(acts: Sequence[Append], append: AppendAll) -> Outcomes:
    return append(acts)


def _not_before(act: Append) -> int:
    # Nothing happens after it was recorded, even where the clock of who decided runs ahead of the
    # one of the database.
    happened = max(to_micros(recorded.stamp.effective_at) for recorded in act.events) - 1
    return happened if act.after is None else max(happened, to_micros(act.after))


def _label(scope_key: bytes) -> str:
    return f"answer/{scope_key.hex()}"
