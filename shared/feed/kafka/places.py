"""How far a relay came, in the database of the service whose feed it relays."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from shared.feed.alarm import Fenced
from shared.feed.place import Place
from shared.record.database import Database

COMPONENT = "relay"
MIGRATIONS = Path(__file__).with_name("migrations")

_PLACE = "SELECT position, mark FROM relay WHERE source = ?"
_BEGIN = "INSERT INTO relay (source, position) VALUES (?, 0) ON CONFLICT (source) DO NOTHING"
_MOVE = (
    "UPDATE relay SET position = ?, mark = ? WHERE source = ? AND position = ? RETURNING position"
)
_RESTART = "UPDATE relay SET position = 0, mark = NULL WHERE source = ?"
_TOPIC = "SELECT id FROM relay_topic WHERE topic = ?"
_KEEP = (
    "INSERT INTO relay_topic (topic, id) VALUES (?, ?) "
    "ON CONFLICT (topic) DO UPDATE SET id = excluded.id"
)


class RelayPlaces:
    """The tables ``relay`` and ``relay_topic``. Two relays at once fence one another off here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def place(self, source: str) -> Place:
        """Up to where everything was acknowledged."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_PLACE, (source,))
            found = cursor.fetchall()
        if not found:
            return Place()
        position, mark = found[0]
        return Place(position, mark and UUID(mark))

    def move(self, source: str, before: int, place: Place) -> None:
        """Moves that on from ``before``. Raises Fenced when another relay was there first."""
        mark = place.mark and str(place.mark)
        with self._database.transaction(commit=True) as cursor:
            cursor.execute(_BEGIN, (source,))
            cursor.execute(_MOVE, (place.position, mark, source, before))
            if not cursor.fetchall():
                raise Fenced(source, before)

    def restart(self, source: str, topics: dict[str, UUID]) -> None:
        """Back to the start, on topics with these ids."""
        with self._database.transaction(commit=True) as cursor:
            cursor.execute(_RESTART, (source,))
            for topic, found in topics.items():
                cursor.execute(_KEEP, (topic, str(found)))

    def topic_id(self, topic: str) -> UUID | None:
        """The id that the topic had when it was first relayed to; None when it never was."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_TOPIC, (topic,))
            found = cursor.fetchall()
        return UUID(found[0][0]) if found else None

    def keep_topic(self, topic: str, found: UUID) -> None:
        """Remembers the id of a topic that is relayed to for the first time."""
        with self._database.transaction(commit=True) as cursor:
            cursor.execute(_KEEP, (topic, str(found)))
