"""A new SQLite file is opened by several at once, as when every replica begins at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from shared.record.sqlite.database import SqliteDatabase

FILES, AT_ONCE = 60, 4


def test_each_of_them_opens_it(tmp_path: Path) -> None:
    """SQLite refuses one of two that give a file its log at once, without waiting for the other."""
    together = Barrier(AT_ONCE)

    def opened(number: int) -> str:
        together.wait()
        database = SqliteDatabase(tmp_path / f"{number}.sqlite")
        with database.transaction(commit=False) as cursor:
            cursor.execute("PRAGMA journal_mode")
            found: str = cursor.fetchone()[0]
        database.close()
        return found

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for number in range(FILES):
            assert list(pool.map(opened, [number] * AT_ONCE)) == ["wal"] * AT_ONCE
