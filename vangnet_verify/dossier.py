"""A dossier: a zip with, for each log, what it says of one plan and the proof of it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from vangnet_verify.checkpoint import (
    Checkpoint,
    Standing,
    parse_checkpoint,
    parse_hash,
    parse_standing,
)
from vangnet_verify.events import LATER, Event, check_order, event_of, head_of
from vangnet_verify.note import COSIGNATURE, ED25519, VerifierKey, parse_note, signed_by
from vangnet_verify.rejected import Rejected
from vangnet_verify.shape import loads, member
from vangnet_verify.tree import check_inclusion

FORMAT = "vangnet-dossier/1"
# Who signs a dossier, and a receipt: the service, under the name of its log and this.
MAKER = "/dienst"
_FILES = {"checkpoint", "dossier.html", "events.jsonl", "heads.json"}
_MAX_BYTES = 256 * 1024 * 1024
_SKEW_SECONDS = 120
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@dataclass(frozen=True)
class Proved:
    """What one log proves of a plan. ``witnesses`` cosigned, at the moments (seconds) given."""

    manifest: dict[str, Any]
    checkpoint: Checkpoint
    standing: Standing
    witnesses: dict[str, int]
    events: list[Event]


def read_dossier(content: bytes) -> dict[str, dict[str, bytes]]:
    """The files of each log, by its folder. Raises Rejected for what is no dossier."""
    folders: dict[str, dict[str, bytes]] = {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as zip_file:
            members = zip_file.infolist()
            if len({each.filename for each in members}) != len(members):
                raise Rejected("een bestand staat twee keer in het dossier")
            packed = {each.compress_type for each in members}
            # Whatever else a zip may be packed with grows without end when it is unpacked.
            if packed - _PACKED or sum(each.file_size for each in members) > _MAX_BYTES:
                raise Rejected("het dossier is te groot, of is niet ingepakt zoals het hoort")
            for each in members:
                folder, _, name = each.filename.partition("/")
                with zip_file.open(each) as file:
                    # Not all there is: it may be far more than it says.
                    folders.setdefault(folder, {})[name] = file.read(each.file_size)
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, zlib.error):
        raise Rejected("dit bestand is geen dossier, of het is beschadigd") from None
    if not folders or any(set(files) != _FILES | {"manifest"} for files in folders.values()):
        raise Rejected("in het dossier ontbreekt een bestand, of er zit er een te veel in")
    return folders


def prove(files: dict[str, bytes], keys: Sequence[VerifierKey], witnesses: int) -> Proved:
    """Checks what one log says, with the keys that we know. Raises Rejected.

    ``witnesses``: how many of the witnesses among the keys must have cosigned.
    """
    note = parse_note(files["checkpoint"])
    checkpoint = parse_checkpoint(note)
    standing = parse_standing(checkpoint)
    signers = signed_by(note, keys)
    if not any(k.kind == ED25519 and k.name == checkpoint.origin for k in signers):
        raise Rejected("de stand van het register is niet ondertekend met een bekende sleutel")
    seen = {k.name: at for k, at in signers.items() if k.kind == COSIGNATURE and at is not None}
    if len(seen) < witnesses:
        raise Rejected(f"{len(seen)} van de {witnesses} nodige getuigen hebben meegetekend")
    manifest = _manifest(files, keys, checkpoint.origin)
    events = [event_of(loads(line), checkpoint) for line in files["events.jsonl"].splitlines()]
    latest = min([standing.at, *seen.values()]) + _SKEW_SECONDS
    check_order(events, latest * 1_000_000)
    _check_complete(files["heads.json"], manifest, standing, events)
    _check_withheld(manifest, events)
    return Proved(manifest, checkpoint, standing, seen, events)


def _manifest(files: dict[str, bytes], keys: Sequence[VerifierKey], origin: str) -> dict[str, Any]:
    note = parse_note(files["manifest"])
    if not any(k.kind == ED25519 and k.name == origin + MAKER for k in signed_by(note, keys)):
        raise Rejected("het dossier is niet ondertekend door een dienst die wij kennen")
    manifest: dict[str, Any] = loads(note.text.encode())
    hashes = {name: sha256(files[name]).hexdigest() for name in _FILES}
    if member(manifest, "format", str) != FORMAT or member(manifest, "files", dict) != hashes:
        raise Rejected("een bestand in het dossier is gewijzigd nadat het is gemaakt")
    return manifest


def _check_complete(
    content: bytes, manifest: dict[str, Any], standing: Standing, events: list[Event]
) -> None:
    place = loads(content)
    proof = [parse_hash(str(each)) for each in member(place, "proof", list)]
    head = head_of(member(manifest, "plan", str), events)
    try:
        check_inclusion(member(place, "index", int), standing.plans, head, proof, standing.heads)
    except Rejected:
        raise Rejected("er ontbreken gebeurtenissen, of ze zijn van een ander plan") from None


def _check_withheld(manifest: dict[str, Any], events: list[Event]) -> None:
    known = member(manifest, "known", int)
    for event in events:
        shown_late = event.at > known and event.reasons != {LATER}
        if shown_late or (event.at <= known and LATER in event.reasons):
            raise Rejected("wat wel en niet getoond wordt, past niet bij het gevraagde moment")
