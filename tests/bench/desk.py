"""Who hands out dossiers of a long log, and who checks them with nothing but files."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

from shared.access.gate import Sight
from shared.eventbase.doing import Actor
from shared.eventbase.moment import Moment
from shared.proof.dossier import Dossiers, zipped
from shared.proof.page import Line, dossier_page
from shared.proof.receipts import Receipts
from tests.bench.long_log import LOG_KEY, MAKER_KEY, NAME, ORIGIN, LongLog
from tests.bench.stage import now
from vangnet_verify.cli import main

_SENTENCE = "Afgesproken: Els slaapt bij oma en belt om acht uur."


class Desk:
    """One plan of a log. ``folder`` is where a stranger keeps what he was given."""

    def __init__(self, log: LongLog, folder: Path) -> None:
        self._log = log
        self._ledger = log.record.ledger
        self._dossiers = Dossiers(ORIGIN, self._ledger, log.checkpoints, MAKER_KEY)
        self._dossier, self._keys = folder / "dossier.zip", folder / "keys"
        self._receipt = folder / "receipt"
        self._keys.write_text(f"{LOG_KEY.public}\n{MAKER_KEY.public}\n")

    def files(self) -> dict[str, bytes]:
        """What an inspector gets, with a line on the page for each event."""
        at = now()
        sight = Sight(Actor("somebody", "inspector"), {}, self._log.record.sealer)
        lines = [Line(at, None, at, _SENTENCE, n) for n in range(self._log.told)]
        page = dossier_page(NAME, self._log.plan, Moment(at, at), lines)
        return self._dossiers.make(self._log.plan, sight, at, page, {})

    def dossier(self) -> bytes:
        """The same as one file."""
        return zipped({"plans": self.files()})

    def give(self, dossier: bytes) -> None:
        """To the stranger, who has a receipt of the first act."""
        self._dossier.write_bytes(dossier)
        first = self._ledger.rows_of(self._log.plan, self._log.size)[0].leaf.leaf_hash
        self._receipt.write_text(Receipts(MAKER_KEY).of([first]))

    def verify(self) -> None:
        """``vangnet-verify`` on what was given, as it is run in a terminal."""
        with redirect_stdout(io.StringIO()) as said:
            given = [str(self._dossier), "--keys", str(self._keys)]
            assert main([*given, "--ontvangst", str(self._receipt)]) == 0, said.getvalue()
