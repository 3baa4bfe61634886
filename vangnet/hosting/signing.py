"""Signing the logs of a running service, in a thread: at most a minute behind."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import msgspec
from eventsourcing.persistence import PersistenceError

from shared.proof.signer import Refused, Signer
from shared.proof.stored_tree import Select
from shared.proof.tables.checkpoints import SqlCheckpoints
from shared.proof.witnesses import AskedWitness, cosigned_by_all
from shared.web.logs import Changes, Log

SECONDS = 30.0


class Signed(msgspec.Struct, frozen=True):
    """One log that is signed: by whom, where it is published, and who cosigns.

    ``hashes`` are those of its tree, for the proofs that witnesses want.
    """

    name: str
    signer: Signer[Any]
    checkpoints: SqlCheckpoints
    hashes: Select | None = None
    witnesses: Sequence[AskedWitness] = ()


class Signing:
    """Signs each log every so many seconds. What keeps it from signing is logged when it begins."""

    leads = True

    def __init__(self, logs: Sequence[Signed], log: Log, every: float = SECONDS) -> None:
        self._logs = logs
        self._log = log
        self._every = every
        self._changes = Changes()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ondertekenaar")
        self._thread.start()

    def stop(self) -> None:
        """Lets it finish, and waits for that. Signs once more, so that what was last counts."""
        self._stop.set()
        self._thread.join()
        self.step()

    def step(self) -> int:
        """Signs what there is to sign; gives the number of checkpoints published."""
        return sum(self._sign(each) for each in self._logs)

    def _run(self) -> None:
        while not self._stop.is_set():
            self.step()
            self._stop.wait(self._every)

    def _sign(self, signed: Signed) -> bool:
        try:
            newest = signed.checkpoints.newest()
            published = signed.signer.sign(0 if newest is None else newest.size)
            if published is not None:
                note, size = published.note, published.checkpoint.size
                if signed.hashes is not None:
                    note = cosigned_by_all(
                        note, size, signed.witnesses, signed.hashes, self._witness_failed
                    )
                published = msgspec.structs.replace(published, note=note)
                signed.checkpoints.publish(published, signed.signer.heads)
        except (Refused, PersistenceError, OSError) as error:
            self._failed(signed.name, error)
            return False
        if self._changes.is_new(signed.name, None):
            self._log.info("ondertekent-weer", part=signed.name)
        return published is not None

    def _failed(self, name: str, error: Exception) -> None:
        findings = error.findings if isinstance(error, Refused) else ()
        # The text of an error of the database may hold values; ours holds numbers at most.
        said = str(error) if isinstance(error, Refused) else type(error).__name__
        if self._changes.is_new(name, said):
            seq = findings[0].seq if findings else None
            self._log.error("ondertekenen", part=name, error=said, seq=seq, count=len(findings))

    def _witness_failed(self, name: str, error: Exception) -> None:
        if self._changes.is_new(name, repr(error)):
            self._log.error("getuige", part=name, error=str(error))
