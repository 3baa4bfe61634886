"""Making a dossier: one zip in which every event of a plan is proved, and none can be missing.

``vangnet_verify`` checks it without us. Of a plan all events up to the checkpoint stand in it, as
headers at least: what was recorded after the moment asked for is there without its content.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

import orjson

from shared.access.gate import Sight
from shared.eventbase.sealed import Erased, Sealed, Withheld
from shared.proof.paths import inclusion
from shared.proof.signing import SigningKey
from shared.proof.stored_tree import StoredTree
from shared.proof.tables.checkpoints import KeptCheckpoint, SqlCheckpoints
from shared.record.box import Box
from shared.record.envelope import Part, unpack
from shared.record.leaf import FORMAT as LEAF
from shared.record.micros import to_micros
from shared.record.place import Place
from shared.record.recorder import RecordRecorder
from shared.record.walk import Row
from vangnet_verify.checkpoint import parse_checkpoint, parse_standing
from vangnet_verify.dossier import FORMAT
from vangnet_verify.events import ERASED, LATER, WITHHELD
from vangnet_verify.note import encoded, parse_note

# A zip says when its files were made; this one says so in its manifest.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class NotSigned(Exception):
    """No checkpoint is about this plan yet: its signer comes by within a minute."""


class Dossiers:
    """Makes the dossiers of one log, in the name of ``key``: of the service that keeps it."""

    def __init__(
        self, origin: str, recorder: RecordRecorder, checkpoints: SqlCheckpoints, key: SigningKey
    ) -> None:
        self._origin = origin
        self._recorder = recorder
        self._checkpoints = checkpoints
        self._key = key

    def make(
        self, plan_id: UUID, sight: Sight, known: datetime, page: str, told: dict[str, Any]
    ) -> dict[str, bytes]:
        """The files of a dossier of ``plan_id`` for the audience of ``sight``.

        As known at ``known``, or at the checkpoint when that was earlier. ``page`` is the same
        for people, in HTML, and ``told`` what the manifest says besides. Raises NotSigned.
        """
        kept = self._checkpoints.newest()
        if kept is None:
            raise NotSigned
        standing = parse_standing(parse_checkpoint(parse_note(kept.note)))
        ending = self._checkpoints.ending(plan_id, standing.plans)
        rows = self._recorder.rows_of(plan_id, kept.size)
        if ending is None or not rows:
            raise NotSigned
        until = min(to_micros(known), kept.at * 1_000_000)
        files = {
            "checkpoint": kept.note,
            "dossier.html": page.encode(),
            "events.jsonl": b"".join(self._lines(rows, kept, sight, until)),
            "heads.json": orjson.dumps(
                {"index": ending[0], "proof": [encoded(each) for each in ending[1]]}
            ),
        }
        return files | {"manifest": self._manifest(plan_id, files, until, told)}

    def _manifest(
        self, plan_id: UUID, files: dict[str, bytes], until: int, told: dict[str, Any]
    ) -> bytes:
        said = {
            "format": FORMAT,
            "plan": str(plan_id),
            "known": until,
            "files": {name: sha256(content).hexdigest() for name, content in files.items()},
            **told,
        }
        return self._key.note(orjson.dumps(said).decode() + "\n")

    def _lines(
        self, rows: Sequence[Row], kept: KeptCheckpoint, sight: Sight, until: int
    ) -> Iterator[bytes]:
        tree = StoredTree(self._recorder.hashes)
        paths = [inclusion(row.leaf.seq - 1, kept.size) for row in rows]
        tree.load({node for path in paths for cover in path for node in cover})
        for row, path in zip(rows, paths, strict=True):
            proof = [encoded(each) for each in tree.prove(path)]
            yield orjson.dumps(self._line(row, sight, until) | {"proof": proof}) + b"\n"

    def _line(self, row: Row, sight: Sight, until: int) -> dict[str, Any]:
        leaf, event = row.leaf, row.event
        if event is None:
            raise NotSigned
        envelope = unpack(event.state)
        place = Place(leaf.plan_id, leaf.stream_id, leaf.version, leaf.event_id, event.topic)
        later = leaf.recorded_at > until
        return {
            "seq": leaf.seq,
            "leaf": {
                "at": leaf.recorded_at,
                "cm": envelope.commitments,
                "f": LEAF,
                "id": str(leaf.stream_id),
                "o": self._origin,
                "prev": leaf.previous.hex(),
                "st": leaf.state_hash.hex(),
                "t": event.topic,
                "v": leaf.version,
            },
            "parts": [
                {"name": part.name} | ({"reason": LATER} if later else _shown(sight, place, part))
                for part in envelope.parts
            ],
        }


def _shown(sight: Sight, place: Place, part: Part) -> dict[str, str]:
    found = sight.disclose(Sealed(None, Box(place, part, None)))
    if isinstance(found, Withheld):
        return {"reason": WITHHELD}
    if isinstance(found, Erased):
        return {"reason": ERASED}
    salt, content = found
    return {"salt": encoded(salt), "content": content.decode()}


def zipped(folders: dict[str, dict[str, bytes]]) -> bytes:
    """The zip of one or more logs, each in a folder of its name."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, files in folders.items():
            for name, content in sorted(files.items()):
                info = zipfile.ZipInfo(f"{folder}/{name}", _NO_TIME)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, content)
    return written.getvalue()
