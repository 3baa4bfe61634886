"""A zip that is meant to break whoever opens it is Rejected, at little cost."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from tests.contract.proof.zips import lying, packed
from vangnet_verify.dossier import read_dossier
from vangnet_verify.rejected import Rejected

MUCH = 24 * 1024 * 1024
LITTLE = 4 * 1024 * 1024
ZEROS = [("plans/manifest", bytes(MUCH))]


def garbled(content: bytes) -> bytes:
    """The packed bytes of the first member are no longer that."""
    at = content.index(b"PK\1\2") // 2
    return content[:at] + bytes(255 - each for each in content[at : at + 20]) + content[at + 20 :]


HOSTILE: dict[str, Callable[[], bytes]] = {
    "far more than it says": lambda: lying(packed(ZEROS), 10),
    "far more than it says, in bzip2": lambda: lying(packed(ZEROS, zipfile.ZIP_BZIP2), 10),
    "far too much": lambda: lying(packed(ZEROS), 2**32 - 2),
    "garbled LZMA": lambda: garbled(packed([("plans/manifest", bytes(5000))], zipfile.ZIP_LZMA)),
    "garbled bzip2": lambda: garbled(packed([("plans/manifest", bytes(500))], zipfile.ZIP_BZIP2)),
    "a name twice": lambda: packed([("plans/manifest", b"1"), ("plans/manifest", b"2")]),
    "a way out of its folder": lambda: packed([("../../etc/cron.d/x", b"1")]),
    "an absolute path": lambda: packed([("/etc/passwd", b"1")]),
    "a folder only": lambda: packed([("plans/", b"")]),
    "ten thousand members": lambda: packed([(f"{n}/manifest", b"") for n in range(10_000)]),
    "a zip in a zip": lambda: packed([("plans/manifest", packed([("plans/manifest", b"")]))]),
    "nothing": lambda: packed([]),
}  # fmt: skip


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_zip_is_rejected_and_costs_no_memory(make: Callable[[], bytes]) -> None:
    """What a stranger is handed may come from somebody worse than its maker."""
    content = make()
    tracemalloc.start()
    try:
        with pytest.raises(Rejected):
            read_dossier(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < LITTLE + 1000 * content.count(b"PK\1\2")
