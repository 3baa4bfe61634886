"""Waiting until services in other processes have followed and done everything there is to do."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence

from vangnet.assembly import FOLLOWS

_SECONDS = 60.0
_LOOK_EVERY = 0.02
# One that was under way when we looked, and one that began after it.
_ROUNDS = 2
_POSITION, _BEHIND = "vangnet_feed_position", "vangnet_feed_lag_events"
_LAST = "vangnet_record_last_seq"
_ROUND, _DONE = "vangnet_timer_rounds_total", "vangnet_timer_done_total"
_ROW = re.compile(
    rf"^({'|'.join((_POSITION, _BEHIND, _LAST, _ROUND, _DONE))})"
    r'\{service="(\w+)"(?:,source="(\w+)")?\} (\S+)$',
    re.MULTILINE,
)
# What processes tell of themselves, by the name of the metric, the service and what it follows.
Rows = Mapping[tuple[str, str, str], float]
Page = Callable[[], str]


class Restless(Exception):
    """The services did not come to rest in time."""


class Rest:
    """Waits for rest, by the metrics that every process shows to whoever measures it.

    Each of ``pages`` reads those of one process anew, as Prometheus does. Between two questions
    only those who keep time record anything; all others only follow.
    """

    def __init__(
        self,
        pages: Sequence[Page],
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._pages = pages
        self._now = now
        self._sleep = sleep

    def __call__(self) -> None:
        """Returns once they rest. Raises Restless after a minute."""
        until = self._now() + _SECONDS
        read = {page: rows_in(page()) for page in self._pages}
        while not (is_level(_together(read.values())) and self._stays(read, until)):
            if self._now() >= until:
                raise Restless("De diensten kwamen niet tot rust. Bekijk: vangnet lag.")
            self._sleep(_LOOK_EVERY)
            read = {page: rows_in(page()) for page in self._pages}

    def _stays(self, read: Mapping[Page, Rows], until: float) -> bool:
        """Whether all that keep time looked what is due, and nothing was."""
        keep_time = [page for page, rows in read.items() if _of(rows, _ROUND)]
        return all(self._is_idle(page, read[page], until) for page in keep_time)

    def _is_idle(self, page: Page, before: Rows, until: float) -> bool:
        while self._now() < until:
            rows = rows_in(page())
            if any(_of(rows, name) != _of(before, name) for name in (_LAST, _DONE)):
                return False
            if all(rows[row] >= rounds + _ROUNDS for row, rounds in _of(before, _ROUND).items()):
                return True
            self._sleep(_LOOK_EVERY)
        return False


def rows_in(page: str) -> Rows:
    """What stands in the metrics of a process, in the text form of Prometheus."""
    found = (match.groups("") for match in _ROW.finditer(page))
    return {(name, service, source): float(value) for name, service, source, value in found}


def is_level(rows: Rows) -> bool:
    """Whether everybody has followed all that was recorded by those whom they follow."""
    return all(
        rows.get((_POSITION, name, source), -1.0) == rows.get((_LAST, source, ""))
        and rows[_BEHIND, name, source] == 0
        for name, sources in FOLLOWS.items()
        for source in sources
    )


def _of(rows: Rows, name: str) -> Rows:
    return {row: value for row, value in rows.items() if row[0] == name}


def _together(read: Iterable[Rows]) -> Rows:
    return {row: value for rows in read for row, value in rows.items()}
