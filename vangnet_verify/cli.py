"""``vangnet-verify``: says in Dutch what it checked in a dossier, and what it found."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from vangnet_verify.dossier import Proved, prove, read_dossier
from vangnet_verify.events import ERASED, WITHHELD
from vangnet_verify.note import COSIGNATURE, VerifierKey, parse_key
from vangnet_verify.receipts import check_receipts, parse_receipt
from vangnet_verify.rejected import Rejected


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0: everything holds; 1: something does not; 2: it could not be looked at."""
    parser = argparse.ArgumentParser("vangnet-verify", description="Controleert een dossier.")
    parser.add_argument("file", type=Path, metavar="DOSSIER", help="het zip-bestand")
    parser.add_argument("--keys", type=Path, required=True, help="de sleutels die u vertrouwt")
    parser.add_argument("--getuigen", type=int, help="zoveel getuigen moeten hebben meegetekend")
    parser.add_argument("--ontvangst", type=Path, action="append", default=[], metavar="BEWIJS",
                        help="een ontvangstbewijs dat u bewaarde")  # fmt: skip
    asked = parser.parse_args(arguments)
    try:
        content, written = asked.file.read_bytes(), asked.keys.read_text("utf-8")
        kept = [path.read_bytes() for path in asked.ontvangst]
    except (OSError, UnicodeDecodeError) as error:
        print(f"Niet te lezen: {error}", file=sys.stderr)
        return 2
    try:
        keys = [parse_key(line) for line in written.splitlines() if line.strip()]
        wanted = _majority(keys) if asked.getuigen is None else asked.getuigen
        receipts = [parse_receipt(each, keys) for each in kept]
        found, seen = 0, set[str]()
        for files in read_dossier(content).values():
            proved = prove(files, keys, wanted)
            log = proved.checkpoint.origin
            if log in seen:
                raise Rejected("een register staat twee keer in het dossier")
            seen.add(log)
            print("\n".join(_said(proved)))
            found += check_receipts(log, proved.events, receipts)
        if found < len(receipts):
            raise Rejected("een ontvangstbewijs is van een register dat niet in het dossier zit")
        print(f"Van {found} ontvangstbewijzen staat de handeling erin.")
    except Rejected as rejected:
        print(f"KLOPT NIET: {rejected}.")
        return 1
    print("Het dossier klopt.")
    return 0


def _majority(keys: Sequence[VerifierKey]) -> int:
    witnesses = sum(key.kind == COSIGNATURE for key in keys)
    return witnesses // 2 + 1 if witnesses else 0


def _said(proved: Proved) -> list[str]:
    hidden = [sum(why in event.reasons for event in proved.events) for why in (WITHHELD, ERASED)]
    return [
        f"Register {proved.checkpoint.origin}: {proved.checkpoint.size} gebeurtenissen, "
        f"ondertekend op {_moment(proved.standing.at)}.",
        *(f"Getuige {name} zag het op {_moment(at)}." for name, at in proved.witnesses.items()),
        *(() if proved.witnesses else ("Geen getuige tekende mee.",)),
        f"Plan {proved.manifest['plan']}, zoals bekend op "
        f"{_moment(proved.manifest['known'] // 1_000_000)}:",
        f"- {len(proved.events)} gebeurtenissen: elk staat in het register, op zijn plaats, "
        "en er ontbreekt er geen;",
        f"- van {hidden[0]} is een deel achtergehouden, van {hidden[1]} is een deel gewist;",
        "- de leesbare pagina is van de maker van het dossier, en is zo niet te bewijzen.",
    ]


def _moment(seconds: int) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%d-%m-%Y %H:%M:%S UTC")
    except (OverflowError, ValueError, OSError):
        return str(seconds)
