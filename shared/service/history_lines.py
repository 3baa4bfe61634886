"""The whole history of a dossier, one event a line, however long it is (domain 3.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

from shared.access.role import PROFESSIONALS
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Event, Recorded
from shared.eventbase.moment import Moment, known
from shared.eventbase.subjects import as_recorded
from shared.record.acting import Acting
from shared.web.history import EventAnswer, HistoryEntries
from shared.web.view import NDJSON, Lines, Reading, View


@dataclass(frozen=True, kw_only=True)
class Recount:
    """How a service tells its history: its look through an ``acting``, the entries of a look, and

    their schema. ``needed``: the kinds of events of its own that telling any other may need.
    """

    look_on: Callable[[Acting, Reading], Any]
    entries: Callable[[Any], HistoryEntries]
    answer: type[EventAnswer]
    needed: Sequence[type[Event]]


class HistoryLines:
    """The view of one service. It holds a page of the record at a time, never the history."""

    def __init__(self, catalogue: Catalogue, acting: Acting, recount: Recount) -> None:
        self._tells = catalogue.tells
        self._acting = acting
        self._part = acting.partly(recount.needed)
        self._recount = recount

    def view(self) -> View:
        """The route."""
        return View(
            path="/dossiers/{planId}/geschiedenisregels",
            name="geschiedenisregels",
            summary="De hele geschiedenis, één gebeurtenis per regel, zoals vastgelegd",
            roles=PROFESSIONALS,
            answer=self._recount.answer,
            read=self._read,
            paragraphs=("R51",),
            media_type=NDJSON,
        )

    def _read(self, reading: Reading) -> Lines:
        look = self._recount.look_on(self._part, reading)
        entries = self._recount.entries(look)
        return Lines(entries.of(recorded) for recorded in self._counted(look, reading.moment))

    def _counted(self, look: Any, moment: Moment) -> Iterator[Recorded[Any]]:
        seen = known(look.history, moment)
        voided = {r.event.voids for r in seen if hasattr(r.event, "voids")}
        followed = sorted(filter(self._tells, self._acting.followed(look.plan_id)), key=as_recorded)
        own = self._acting.record.paged(look.plan_id)
        for recorded in merge(own, followed, key=as_recorded):
            if not moment.knows(recorded):
                return
            stamp = recorded.stamp
            counts = stamp.effective_at <= moment.valid and stamp.event_id not in voided
            if counts and self._tells(recorded):
                yield recorded
