"""What a service signs itself: the receipts of its acts, and the dossiers that it hands out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from shared.proof.dossier import Dossiers
from shared.proof.receipts import Receipts
from shared.proof.signing import key_in_file
from shared.proof.tables.checkpoints import SqlCheckpoints
from shared.record.record import Record
from vangnet_verify.dossier import MAKER

KEY_FILE = "service.key"


def log_name(origin: str, oin: str) -> str:
    """What a log is called in its checkpoints: its leaves' origin, and whose it is."""
    return f"{origin}/{oin}"


class Proving:
    """The service's own key and what is signed with it; the signer of the log has another."""

    def __init__(
        self, record: Record, folder: Path, oin: str, random_bytes: Callable[[int], bytes]
    ) -> None:
        self.log = log_name(record.origin, oin)
        key = key_in_file(folder / KEY_FILE, self.log + MAKER, random_bytes)
        self.key = key.public
        self.receipts = Receipts(key)
        self.checkpoints = SqlCheckpoints(record.database)
        self.dossiers = Dossiers(record.origin, record.ledger, self.checkpoints, key)
