"""The table ``ignored``: which types of messages were passed over."""

from __future__ import annotations

from collections.abc import Set

from shared.feed.tables.table import Table

_IGNORED = "SELECT type FROM ignored WHERE source = ?"
_IGNORE = "INSERT INTO ignored (source, type) VALUES {} ON CONFLICT (source, type) DO NOTHING"
_CLEAR = "DELETE FROM ignored WHERE source = ?"


class IgnoredRows(Table):
    """Types by the service whose messages they are; a few dozen at most."""

    def ignored(self, service: str) -> set[str]:
        return {kind for (kind,) in self._all(_IGNORED, service)}

    def ignore(self, service: str, types: Set[str]) -> None:
        for kind in sorted(types):
            self._put(_IGNORE, (service, kind), (service, kind))

    def _clear_ignored(self, service: str) -> None:
        self._run(_CLEAR, service)
