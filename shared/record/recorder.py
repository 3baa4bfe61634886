"""The recorder port: what a database must do for a record, written once for all databases."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder

from shared.eventbase.erasing import Range
from shared.record.appending import AnswerRow, Conflict, SealedAct, StoredAct
from shared.record.destruction import Opened
from shared.record.frontier import Frontier
from shared.record.stored import RecordedEvent
from shared.record.walk import Gone, Row


class RecordRecorder(ApplicationRecorder):
    """The library's recorder with a leaf for every event and a list of acts at a time."""

    @abstractmethod
    def append(self, acts: Sequence[SealedAct]) -> list[StoredAct | Conflict]:
        """Records each act whole or not at all, in one transaction. Raises CommitUnclearError."""

    @abstractmethod
    def recall(self, act: SealedAct) -> StoredAct | Conflict | None:
        """How this act stands: recorded already (by its event ids), refused by what is there, or

        None: neither.
        """

    @abstractmethod
    def select_plan(
        self, plan_id: UUID, after_seq: int = 0, limit: int | None = None
    ) -> list[RecordedEvent]:
        """The events of a plan that follow ``after_seq``, in order, whatever their stream."""

    @abstractmethod
    def select_plan_topics(
        self, plan_id: UUID, after_seq: int, topics: Sequence[str]
    ) -> list[RecordedEvent]:
        """Those of them that have one of these topics; at least one is named."""

    @abstractmethod
    def select_event(self, event_id: UUID) -> RecordedEvent | None:
        """The event with this id."""

    @abstractmethod
    def select_stream(self, stream_id: UUID) -> list[RecordedEvent]:
        """The events of a stream in the order of their versions."""

    @abstractmethod
    def select_after(self, seq: int, limit: int) -> list[RecordedEvent]:
        """At most ``limit`` events that follow ``seq``, in ``seq`` order."""

    @abstractmethod
    def select_plans(self, after_seq: int, limit: int) -> list[tuple[int, UUID]]:
        """At most ``limit`` plans whose first event follows ``after_seq``, with its ``seq``."""

    @abstractmethod
    def select_answer(self, scope_key: bytes) -> AnswerRow | None:
        """The answer kept under ``scope_key``."""

    @abstractmethod
    def frontier(self) -> Frontier:
        """The edge of the log."""

    @abstractmethod
    def rows(self, after: int = 0) -> Iterator[Row | Gone]:
        """Every leaf that follows ``after`` with its event, or what is left of them, in ``seq``

        order.
        """

    @abstractmethod
    def rows_of(self, plan_id: UUID, until: int) -> list[Row]:
        """The leaves of a plan up to ``until`` with their events, in ``seq`` order."""

    @abstractmethod
    def ranges_of(self, plan_id: UUID) -> tuple[Range, ...]:
        """Where the rows of a plan are; none for one that is not there."""

    @abstractmethod
    def destroy(self, opened: Opened) -> None:
        """Removes the rows of the plan that is named there, of which only their place is left.

        Done twice it is the same. Raises DestructionError when it does not name all of its rows.
        """

    @abstractmethod
    def destructions(self) -> list[int]:
        """The ``seq`` of every event that was opened to say what may be gone."""

    @abstractmethod
    def destruction(self, seq: int) -> Opened | None:
        """That event; None when it was not opened or is not there."""

    @abstractmethod
    def leafless(self) -> list[tuple[UUID, int]]:
        """Every event without a leaf: its stream and version."""

    @abstractmethod
    def hashes(self, level: int, tiles: Sequence[int]) -> list[tuple[int, bytes]]:
        """Of the log's tree: the complete subtrees of ``level`` (0: the leaves) in these tiles of

        sixteen, each with its index. Only those that are kept: one level in four.
        """
