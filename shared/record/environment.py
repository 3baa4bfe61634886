"""Settings of the eventsourcing library that this record does not survive."""

from __future__ import annotations

from collections.abc import Mapping

from shared.record.errors import SettingsError

_FORBIDDEN = "POSTGRES_ENABLE_DB_FUNCTIONS"
_OFF = frozenset({"", "n", "no", "f", "false", "off", "0"})


def refuse_db_functions(*environs: Mapping[str, str]) -> None:
    """Raises SettingsError when the library would insert by database function, in any service.

    That path takes no table lock: a follower then passes over events for ever (integrity.md 0.1).
    """
    for environ in environs:
        for name, value in environ.items():
            if name.upper().endswith(_FORBIDDEN) and value.strip().lower() not in _OFF:
                raise SettingsError(
                    f"{name} staat aan, en daarmee raken gebeurtenissen kwijt. Zet het uit."
                )
