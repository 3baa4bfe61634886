"""An inbox over rows: everything of it that no database differs in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Set
from contextlib import AbstractContextManager
from datetime import datetime
from uuid import UUID

from shared.feed.delivery import Batch
from shared.feed.digest import Digest, digest_of
from shared.feed.inbox import Fresh, Replayed, Taken
from shared.feed.letter import DeadLetter, LetterState
from shared.feed.message import Message
from shared.feed.place import Place
from shared.feed.replaying import Replaying
from shared.feed.rows import ANY, Rows
from shared.feed.source import service_of
from shared.feed.taking import Taking
from shared.feed.verdict import Checks


class StoredInbox(ABC):
    """An Inbox whose subclass only says how a transaction on its rows is opened.

    ``checks``: the message types that the service understands, each with its schema's check.
    """

    def __init__(self, checks: Checks) -> None:
        self._checks = checks

    @abstractmethod
    def rows(self, commit: bool) -> AbstractContextManager[Rows]:
        """One transaction: committed at the end if asked, rolled back when anything raises."""

    def place(self, source: str) -> Place:
        with self.rows(commit=False) as rows:
            return rows.place(source)

    def begin(self, source: str) -> None:
        with self.rows(commit=False) as rows:
            if not self._missed(rows, source):
                return
        with self.rows(commit=True) as rows:
            rows.enter(source)
            # Meanwhile another process may have done so.
            if self._missed(rows, source):
                rows.clear(service_of(source))

    def take(self, source: str, batch: Batch) -> Taken:
        with self.rows(commit=True) as rows:
            taken, alarm = Taking(rows, source, self._checks).take(batch)
        # Outside the transaction: what stood before the alarm is safe.
        if alarm is not None:
            raise alarm
        return taken

    def replay(self, plan_id: UUID, fresh: Fresh) -> Replayed:
        services = dict.fromkeys(letter.source for letter in self.dead_letters(plan_id))
        with self.rows(commit=True) as rows:
            replays = (Replaying(rows, service, self._checks) for service in services)
            parts = [replay.replay(plan_id, fresh) for replay in replays]
        return Replayed(
            settled=sum(part.settled for part in parts),
            parked=sum(part.parked for part in parts),
            stuck_on=next((part.stuck_on for part in parts if part.stuck_on), None),
        )

    def of_plan(self, plan_id: UUID) -> list[Message]:
        with self.rows(commit=False) as rows:
            return rows.of_plan(plan_id)

    def newest(self, plan_id: UUID) -> tuple[int, list[Message]]:
        with self.rows(commit=False) as rows:
            return rows.newest(plan_id)

    def heads(self, service: str, streams: Set[UUID]) -> dict[UUID, int]:
        with self.rows(commit=False) as rows:
            return rows.heads(service, streams)

    def latest(self) -> datetime | None:
        with self.rows(commit=False) as rows:
            return rows.latest()

    def dead_letters(self, plan_id: UUID | None = None) -> list[DeadLetter]:
        with self.rows(commit=False) as rows:
            return rows.letters(plan_id)

    def empty(self, source: str) -> None:
        with self.rows(commit=True) as rows:
            rows.enter(source)
            rows.clear(service_of(source))

    def forget_plan(self, plan_id: UUID) -> None:
        with self.rows(commit=True) as rows:
            rows.forget_plan(plan_id)
            for letter in rows.letters(plan_id):
                rows.settle(letter, LetterState.DROPPED)

    def level(self, source: str) -> None:
        with self.rows(commit=True) as rows:
            rows.enter(source)
            rows.level(service_of(source))

    def digest(self, source: str | None = None) -> Digest:
        with self.rows(commit=False) as rows:
            return digest_of(rows.followed(source and service_of(source)))

    def _missed(self, rows: Rows, source: str) -> bool:
        understood = {ANY, *self._checks}
        return not understood.isdisjoint(rows.ignored(service_of(source)))
