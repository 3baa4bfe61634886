"""What a store is: which log it belongs to, and whether its clock was ever a simulated one."""

from __future__ import annotations

from eventsourcing.persistence import Cursor

from shared.record.database import Database
from shared.record.errors import SettingsError

_SELECT = "SELECT value FROM store WHERE name = ?"
_INSERT = "INSERT INTO store VALUES (?, ?)"
_SIMULATED = "UPDATE store SET value = 'simulated' WHERE name = 'clock'"


def settle(database: Database, origin: str, simulated: bool, production: bool) -> bool:
    """Checks and keeps what this store is; gives whether its clock is marked as simulated.

    Once simulated, always marked so. Raises SettingsError for another ``origin``, and in
    ``production`` for a simulated clock, before anything is written.
    """
    with database.transaction(commit=True, alone="store") as cursor:
        marked = simulated or _fact(cursor, "clock") == "simulated"
        if production and marked:
            raise SettingsError(
                "Dit register heeft een gesimuleerde klok: het is een voorbeeld en kan niet in "
                "productie. Begin met een leeg register."
            )
        known = _fact(cursor, "origin")
        if known is not None and known != origin:
            raise SettingsError(f"Dit register hoort bij {known!r} en niet bij {origin!r}.")
        _keep(cursor, origin, marked, new=known is None)
    return marked


def _fact(cursor: Cursor, name: str) -> str | None:
    cursor.execute(_SELECT, (name,))
    row = cursor.fetchone()
    return None if row is None else str(row[0])


def _keep(cursor: Cursor, origin: str, simulated: bool, new: bool) -> None:
    if new:
        cursor.execute(_INSERT, ("origin", origin))
        cursor.execute(_INSERT, ("clock", "simulated" if simulated else "real"))
    elif simulated:
        cursor.execute(_SIMULATED)
