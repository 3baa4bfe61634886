"""After an erasure and the epoch's turn nothing of it is anywhere on the disk (integrity 3.2)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from pysqlite3 import dbapi2 as sqlite3

from tests.integration.erasing.asking import order
from tests.integration.privacy.household import CODE_WORD, HIDDEN_NAME, PLANS, Household
from tests.integration.whole.village import Village
from vangnet.assembly import SERVICES
from vangnet.backups.backup import back_up

_KEY = "SELECT wrapped FROM data_key WHERE plan_id = ? AND compartment LIKE ?"


def wrapped(folder: Path, home: Household, *subjects: str) -> Iterator[bytes]:
    """The wrapped keys of what is about these items and people, in every service."""
    for service in SERVICES:
        with closing(sqlite3.connect(folder / service / "keys.db")) as keys:
            for subject in subjects:
                asked = UUID(home.plan_id).hex, f"%:{subject}"
                yield from (row[0] for row in keys.execute(_KEY, asked) if row[0] is not None)


def found(folder: Path, wanted: list[bytes]) -> int:
    """How often any of these stands in any file."""
    files = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    assert sum(map(len, files)) > 100_000, "there is something to search"
    return sum(content.count(each) for content in files for each in wanted)


def test_neither_words_nor_wrapped_keys_are_left_and_the_others_are_read(tmp_path: Path) -> None:
    """Databases, their logs, lists, keys and a backup made afterwards; the rest stays as it was."""
    folder, copy = tmp_path / "var", tmp_path / "kopie"
    folder.mkdir()
    with Village(folder) as village:
        home = Household(village)
        keys = list(wrapped(folder, home, home.secret, home.hans))
        assert keys and found(folder, keys) > 0, "they were there"
        order(home, onderdelen=[home.secret], personen=[home.hans])
        village.settle()
        for service in village.town.services:
            service.acting.record.keys.rotate()
        home.later(hours=1)
    now = village.clock()
    back_up(village.settings, copy, SERVICES, os.environ, now)
    words = [CODE_WORD.encode(), HIDDEN_NAME.encode(), b"Geen contact"]
    assert [found(each, [*keys, *words]) for each in (folder, copy)] == [0, 0]
    with Village(folder) as again:
        home.village = again
        again.clock.set(now + timedelta(hours=1))
        read = home.ask(PLANS, "/veiligheidsplan").text
        assert ("Geen contact" in read, CODE_WORD in read) == (True, False)
        audits = [service.acting.record.audit() for service in again.town.services]
        assert audits == [[], [], []]
