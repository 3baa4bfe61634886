"""Who keeps a log, who signs it and who watches, as the tests of the proof need them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

import msgspec

from shared.access.gate import Sight
from shared.eventbase.doing import Actor
from shared.eventbase.event import Recorded
from shared.proof.dossier import Dossiers, zipped
from shared.proof.memory import FileMemory
from shared.proof.receipts import Receipts
from shared.proof.recordlog import RecordLog
from shared.proof.signer import Published, Signer
from shared.proof.signing import SigningKey
from shared.proof.tables.checkpoints import SqlCheckpoints
from shared.proof.witnesses import AskedWitness, cosigned_by_all
from shared.record.database import Database
from shared.record.record import Record
from shared.record.walk import Row
from tests.contract.record.destroying import destroy
from tests.contract.record.family import Clock, act
from tests.contract.record.stores import ORIGIN, Store
from vangnet_verify.dossier import MAKER, Proved, prove, read_dossier
from vangnet_verify.note import VerifierKey

NAME = f"{ORIGIN}/00000000000000000000"
INSPECTOR = Actor("inspecteur-1", "inspector")


class Office:
    """One record and everything around it. ``trusted``: the keys that a stranger has."""

    def __init__(
        self, record: Record, signing: Database, clock: Clock, folder: Path, secret: bytes
    ) -> None:
        self.record = record
        self.clock = clock
        self.signing = signing
        self.published = SqlCheckpoints(signing)
        self.folder = folder
        self.log = RecordLog(ORIGIN, record.ledger)
        self.key = SigningKey(NAME, secret)
        self.checkpoints = SqlCheckpoints(record.database)
        self.memory = FileMemory(folder / "signed.json")
        self.signer = self.another_signer()
        maker = SigningKey(NAME + MAKER, bytes(32))
        self._receipts = Receipts(maker)
        self.dossiers = Dossiers(ORIGIN, record.ledger, self.checkpoints, maker)
        self.trusted: list[VerifierKey] = [self.key.public, maker.public]

    @classmethod
    @contextmanager
    def open(
        cls, store: Store, folder: Path, random_bytes: Callable[[int], bytes]
    ) -> Iterator[Office]:
        """Around a new record in ``store``."""
        with closing(store.proving()) as signing, closing(store.open()) as record:
            yield cls(record, signing, store.clock, folder, random_bytes(32))

    def another_signer(self) -> Signer[Row]:
        """The signer as it is after a restart."""
        return Signer(self.log, self.memory, self.key, self.clock)

    def happen(self, *events: Recorded[object]) -> None:
        """Records these, each as an act of its own."""
        for event in events:
            self.clock.move(minutes=1)
            self.record.append([act(event)])

    def destroy(self, plan: UUID) -> int:
        """Destroys a dossier as the service does; the ``seq`` of what says so."""
        return destroy(self.record, plan, lambda leaf: self._receipts.of([leaf]).encode())

    def sign(self, witnesses: Sequence[AskedWitness] = ()) -> Published:
        """The next checkpoint, published. A minute goes by first."""
        self.clock.move(minutes=1)
        published = self.signer.sign()
        assert published is not None
        note, size, hashes = published.note, published.checkpoint.size, self.record.ledger.hashes
        note = cosigned_by_all(note, size, witnesses, hashes, _unexpected)
        published = msgspec.structs.replace(published, note=note)
        self.published.publish(published, self.signer.heads)
        return published

    def dossier(self, plan: UUID, role: str = "inspector") -> bytes:
        """What an inspector gets of a plan, as known now."""
        sight = Sight(Actor("somebody", role), {}, self.record.sealer)
        files = self.dossiers.make(plan, sight, self.clock.now, "<p>leesbaar</p>", {})
        return zipped({"plans": files})

    def verify(self, dossier: bytes, witnesses: int = 0) -> Proved:
        """What a stranger finds in it. Raises Rejected."""
        (files,) = read_dossier(dossier).values()
        return prove(files, self.trusted, witnesses)


def _unexpected(name: str, error: Exception) -> None:
    raise error
