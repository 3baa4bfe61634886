"""What a service signs itself: the receipts of its acts, and the dossiers that it hands out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from shared.access.log import AccessLog
from shared.proof.behind import Behind, access_behind, record_behind
from shared.proof.dossier import Dossiers
from shared.proof.receipts import Receipts
from shared.proof.signing import SigningKey, key_in_file
from shared.proof.tables.checkpoints import ACCESS, RECORD, SqlCheckpoints
from shared.record.record import Record
from vangnet_verify.dossier import MAKER

KEY_FILE = "service.key"


def log_name(origin: str, oin: str) -> str:
    """What a log is called in its checkpoints: its leaves' origin, and whose it is."""
    return f"{origin}/{oin}"


def service_key(folder: Path, log: str, random_bytes: Callable[[int], bytes]) -> SigningKey:
    """The key in a service's folder with which it signs of ``log``; made when it is not there.

    Raises SettingsError.
    """
    return key_in_file(folder / KEY_FILE, log + MAKER, random_bytes)


class Proving:
    """What is signed with the service's own ``key``; the signer of the log has another."""

    def __init__(self, record: Record, access_log: AccessLog, log: str, key: SigningKey) -> None:
        self.log = log
        self.key = key.public
        self.receipts = Receipts(key)
        self.checkpoints = SqlCheckpoints(record.database)
        self.dossiers = Dossiers(record.origin, record.ledger, self.checkpoints, key)
        self._recorder = record.ledger
        self._access_log = access_log
        self._looks = SqlCheckpoints(record.database, ACCESS)

    def record_behind(self) -> Behind:
        """What of the record is not signed yet."""
        return record_behind(self._recorder, self.checkpoints)

    def behind(self) -> Mapping[str, Behind]:
        """What is not signed yet of each log of this service, by its name."""
        return {
            RECORD: self.record_behind(),
            ACCESS: access_behind(self._access_log, self._looks),
        }
