"""Where everything is that is cut off: a record and who signs it, as a service keeps them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from shared.proof.memory import FileMemory
from shared.proof.recordlog import RecordLog
from shared.proof.signer import Signer
from shared.proof.signing import SigningKey, key_in_file
from shared.proof.tables.checkpoints import SqlCheckpoints
from shared.record.durable import make_folder
from shared.record.migrate import migrate
from shared.record.record import Record
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.open_record import EVENTS_FILE, migrate_record
from shared.record.walk import Row
from tests.contract.record.family import Clock
from tests.contract.record.stores import ORIGIN, PROOF
from vangnet_verify.checkpoint import Checkpoint
from vangnet_witness.memory import Memory

RECORD, SIGNER, WITNESS = "plans", "signer", "witness"
RandomBytes = Callable[[int], bytes]


def made(root: Path, random_bytes: RandomBytes) -> None:
    """Everything that ``vangnet migrate`` makes."""
    migrate_record(root / RECORD, random_bytes)
    with closing(SqliteDatabase(root / RECORD / EVENTS_FILE)) as database:
        migrate(database, *PROOF)
    # What it does in its own program before it remembers anything.
    make_folder(root / WITNESS)


class Office:
    """Who signs the record and who is witness to it, as after a start of the service."""

    def __init__(self, root: Path, record: Record, clock: Clock, random_bytes: RandomBytes) -> None:
        folder = root / SIGNER
        self.key: SigningKey = key_in_file(folder / "record.key", ORIGIN, random_bytes)
        self.memory = FileMemory(folder / "record.json")
        self.checkpoints = SqlCheckpoints(record.database)
        self.witness = Memory(root / WITNESS / "seen.db")
        log = RecordLog(ORIGIN, record.ledger)
        self.signer: Signer[Row] = Signer(log, self.memory, self.key, clock)

    def sign(self) -> Checkpoint | None:
        """What was published, with what its witness remembers of it."""
        last, kept = self.signer.last, self.checkpoints.newest()
        lost = last is not None and (kept is None or kept.at < last.at)
        published = self.signer.sign(again=lost)
        if published is None:
            return None
        seen = self.witness.last(ORIGIN)
        assert self.witness.replace(seen, published.checkpoint), "another was first"
        self.checkpoints.publish(published, self.signer.heads)
        return published.checkpoint
