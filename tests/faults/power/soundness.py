"""Whether the files are whole, and the stored tree is the tree over the leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite3

from shared.record.merkle import completed, extend
from shared.record.record import Record
from shared.record.sqlite.open_record import EVENTS_FILE, KEYS_FILE

_TILE = 16
_KEPT = (4, 8)


def damage(folder: Path) -> Iterator[str]:
    """What SQLite finds wrong with its own files."""
    for name in (EVENTS_FILE, KEYS_FILE):
        with closing(sqlite3.connect(folder / name)) as connection:
            for (said,) in connection.execute("PRAGMA integrity_check"):
                if said != "ok":
                    yield f"{name}: {said}"


def tree(record: Record) -> Iterator[str]:
    """Where the kept parts of the tree are not those of the leaves."""
    peaks: tuple[bytes, ...] = ()
    nodes: dict[int, dict[int, bytes]] = defaultdict(dict)
    size = 0
    for row in record.ledger.rows():
        for level, index, digest in completed(peaks, size, row.leaf.leaf_hash):
            nodes[level][index] = digest
        peaks = extend(peaks, size, row.leaf.leaf_hash)
        size += 1
    edge = record.ledger.frontier()
    if (edge.size, edge.peaks) != (size, peaks):
        yield f"{size} leaves, and a frontier of {edge.size}"
    for level in _KEPT:
        tiles = range(size // (_TILE << level) + 1)
        if dict(record.ledger.hashes(level, tiles)) != nodes[level]:
            yield f"level {level} of the tree is of other leaves"
