"""What a signer signed last, in a file of its own: not in the database that it watches."""

from __future__ import annotations

from pathlib import Path

import msgspec

from shared.proof.signer import Refused, Signed
from shared.record.durable import make_folder, replace_and_wipe

_signed = msgspec.json.Decoder(Signed)


class FileMemory:
    """One file, replaced whole. Whoever puts an older one back is found by a witness."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def last(self) -> Signed | None:
        """What was signed last. Raises Refused when the file cannot be read as that."""
        if not self._path.exists():
            return None
        try:
            return _signed.decode(self._path.read_bytes())
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise Refused(
                f"{self._path.name} is beschadigd. Zet de back-up van wie ondertekent terug."
            ) from None

    def keep(self, before: Signed | None, signed: Signed) -> None:
        """Durable when it returns. Raises Refused when something else was signed meanwhile."""
        if self.last() != before:
            raise Refused("Een andere ondertekenaar was eerder.")
        make_folder(self._path.parent)
        replace_and_wipe(self._path, msgspec.json.encode(signed))
