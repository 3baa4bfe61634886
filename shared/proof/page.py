"""The page of a dossier that a person can read. It proves nothing, and says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import msgspec
from jinja2 import Environment

from shared.eventbase.calendar import AMSTERDAM
from shared.eventbase.moment import Moment

_LATE = timedelta(days=1)


class Line(msgspec.Struct, frozen=True):
    """One event in words, with its moments and its place in the log (None: of another log)."""

    effective_at: datetime
    learned_at: datetime | None
    recorded_at: datetime | None
    sentence: str
    seq: int | None

    @property
    def late(self) -> bool:
        """Whether it was recorded more than a day after it happened."""
        return self.recorded_at is not None and self.recorded_at - self.effective_at > _LATE


def _moment(at: datetime | None) -> str:
    return "" if at is None else at.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M")


_environment = Environment(autoescape=True)
_environment.filters["moment"] = _moment
_template = _environment.from_string(Path(__file__).with_name("dossier.html").read_text("utf-8"))


def dossier_page(log: str, plan_id: UUID | None, moment: Moment, lines: Sequence[Line]) -> str:
    """The HTML of the page."""
    said = {"valid": _moment(moment.valid), "known": _moment(moment.known)}
    return _template.render(log=log, plan=plan_id, lines=lines, **said)
