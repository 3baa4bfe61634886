"""A history on the wire: what every service says of an event, whoever adds something to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from marshmallow import fields

from shared.access.gate import ERASED_TEXT
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Recorded
from shared.eventbase.subjects import Pointed, Pointing, as_recorded
from shared.web.clocks import ClocksAnswer, clocks
from shared.web.fields import Id, Instant, Listed, Text
from shared.web.paging import Page
from shared.web.wire import WireSchema

Data = dict[str, Any]


class PointedAnswer(WireSchema):
    """What an event points back at; without gebeurtenisId it is of another service."""

    NAME = "Betreft"

    item = Id(data_key="onderdeelId", allow_none=True)
    event_id = Id(data_key="gebeurtenisId", allow_none=True)


class VoidedAnswer(WireSchema):
    """The event that a correction took back, as it was told, and whose it was."""

    NAME = "Vervallen"

    event_id = Id(data_key="gebeurtenisId")
    name = Text(data_key="gebeurtenis")
    sentence = Text(data_key="zin")
    effective_at = Instant(data_key="gebeurdOp")
    recorded_at = Instant(data_key="vastgelegdOp", allow_none=True)
    recorded_by = Text(data_key="vastgelegdDoor")


class EventAnswer(ClocksAnswer):
    """One event as a sentence, with its moments, who recorded it and what it points back at."""

    event_id = Id(data_key="gebeurtenisId")
    name = Text(data_key="gebeurtenis")
    sentence = Text(data_key="zin")
    effective_at = Instant(data_key="gebeurdOp")
    recorded_by = Text(data_key="vastgelegdDoor")
    points_at = Listed(fields.Nested(PointedAnswer), data_key="betreft")
    voided = fields.Nested(VoidedAnswer, data_key="vervallen", allow_none=True)


class HistoryEntries:
    """Makes the entries of one look's history, for full sight; asked in the order of recording.

    A service's own subclass adds to it what only it knows.
    """

    def __init__(self, catalogue: Catalogue, look: Any) -> None:
        self._sentences = catalogue.sentences
        self._words = look.telling
        self._recorded = look.recorded
        self._pointing = Pointing(look.recorded)

    def of(self, recorded: Recorded[Any]) -> Data:
        """What the answer says of one event."""
        return self.told(recorded, self.passed(recorded))

    def passed(self, recorded: Recorded[Any]) -> list[Pointed]:
        """What an event points at. Those after it may point at this one from now on."""
        return self._pointing.back(recorded)

    def told(self, recorded: Recorded[Any], pointed: list[Pointed]) -> Data:
        """The same of an event that was passed."""
        stamp = recorded.stamp
        return {
            "event_id": stamp.event_id,
            "name": recorded.event.NAME,
            "sentence": self.sentence(recorded),
            "effective_at": stamp.effective_at,
            **clocks(stamp),
            "recorded_by": stamp.actor,
            "points_at": pointed,
            "voided": self._voided(recorded),
            **self.own(recorded),
        }

    def own(self, recorded: Recorded[Any]) -> Data:
        """What this service adds."""
        return {}

    def sentence(self, recorded: Recorded[Any]) -> str:
        """How the event reads."""
        tell = self._sentences.get(type(recorded.event))
        return ERASED_TEXT if tell is None else tell(recorded.event, self._words)

    def _voided(self, recorded: Recorded[Any]) -> Data | None:
        voids = getattr(recorded.event, "voids", None)
        wrong = self._recorded(voids) if voids is not None else None
        if wrong is None:
            return None
        return {
            "event_id": voids,
            "name": wrong.event.NAME,
            "sentence": self.sentence(wrong),
            "effective_at": wrong.stamp.effective_at,
            "recorded_at": wrong.stamp.recorded_at,
            "recorded_by": wrong.stamp.actor,
        }


def entries_of(
    entries: HistoryEntries, counted: Iterable[Recorded[Any]], told: Iterable[Recorded[Any]]
) -> dict[UUID, Data]:
    """The entries of those that are ``told`` of what counts, by their ids.

    All are passed as they were recorded: what is told may point at what is not.
    """
    wanted = {recorded.stamp.event_id for recorded in told}
    made = {}
    for recorded in sorted(counted, key=as_recorded):
        pointed = entries.passed(recorded)
        if recorded.stamp.event_id in wanted:
            made[recorded.stamp.event_id] = entries.told(recorded, pointed)
    return made


def history_page(entries: HistoryEntries, counted: Sequence[Recorded[Any]], page: Page) -> Data:
    """A page of a history, in the order in which it happened."""
    told = page.of(counted)
    made = entries_of(entries, counted, told)
    listed = [made[recorded.stamp.event_id] for recorded in told]
    return {"entries": listed, "following": page.following(counted)}
