"""Every view of one dossier at past moments, asked over HTTP; no pair of moments is asked twice."""

from __future__ import annotations

import http.client
import json
import random
import re
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlsplit

# Files of which the signer has to come by first, feeds and lists of more than one dossier, and the
# whole history in lines: that is no view but an export, and bench_history measures it.
_NOT = re.compile("bewijsdossier|geschiedenisregels|gebeurtenissen$|interne|gezond|gereed|openapi")
_CALLERS = 4
# What somebody asks for need not have been there at every moment.
_ANSWERED = 200, 404


class Span(NamedTuple):
    """The moments between which something happened, and between which it was recorded."""

    happened: tuple[datetime, datetime]
    recorded: tuple[datetime, datetime]


class Asked(NamedTuple):
    """One view's answer: which view, and how many milliseconds after it was due."""

    view: str
    late: float


class Past:
    """The views of one dossier, with a token for each kind of reader, at random past moments."""

    def __init__(
        self, address: str, tokens: Sequence[str], ids: dict[str, str], span: Span, seed: int
    ) -> None:
        self._netloc = urlsplit(address).netloc
        self._span, self._chance, self._lock = span, random.Random(seed), threading.Lock()
        self._local = threading.local()
        self._connections: list[http.client.HTTPConnection] = []
        found = {path: self._token(path, tokens) for path in self._paths(ids)}
        self.views = {path: token for path, token in found.items() if token is not None}
        self.refused = [path for path, token in found.items() if token is None]

    def _paths(self, ids: dict[str, str]) -> Iterator[str]:
        for base in ("/plannen/api/v1", "/evaluaties/api/v1", "/notificaties/api/v1"):
            document = json.loads(self._get(f"{base}/openapi.json", "")[1])
            for path, operations in document["paths"].items():
                if "get" in operations and "{planId}" in path and not _NOT.search(path):
                    yield base + re.sub(r"{(\w+)}", lambda m: ids.get(m[1], "1"), path)

    def _token(self, path: str, tokens: Sequence[str]) -> str | None:
        asked = (token for token in tokens if self.ask(path, token) == 200)
        return next(asked, None)

    def ask(self, path: str, token: str) -> int:
        """The status of the answer at moments that nobody asked for before."""
        return self._get(f"{path}?{self._moments(path)}", token)[0]

    def _moments(self, path: str) -> str:
        with self._lock:
            asked = moments(self._chance, self._span)
            other = moments(self._chance, self._span).partition("&")[0]
        compared = f"&vergelekenMet{other[0].upper()}{other[1:]}"
        return asked + compared * path.endswith("verschil")

    def _get(self, path: str, token: str) -> tuple[int, bytes]:
        if not hasattr(self._local, "connection"):
            self._local.connection = http.client.HTTPConnection(self._netloc, timeout=60)
            self._connections.append(self._local.connection)
        self._local.connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        answer = self._local.connection.getresponse()
        return answer.status, answer.read()

    def close(self) -> None:
        """Closes the connection of each caller; no answer may be on its way."""
        for connection in self._connections:
            connection.close()

    def saturated(self, seconds: float) -> float:
        """Answers a second with as many callers as keep it busy, over all views alike."""
        until = time.monotonic() + seconds
        paths = self._shuffled(1)

        def caller(number: int) -> int:
            done = 0
            while time.monotonic() < until:
                path = paths[(number + done * _CALLERS) % len(paths)]
                assert self.ask(path, self.views[path]) in _ANSWERED, path
                done += 1
            return done

        with ThreadPoolExecutor(_CALLERS) as pool:
            return sum(pool.map(caller, range(_CALLERS))) / seconds

    def at_rate(self, rate: float, times: int) -> list[Asked]:
        """Each view so many times, in random order, at that many a second, whatever is waiting."""
        paths = self._shuffled(times)
        began = time.perf_counter() + 0.1

        def asked(number: int) -> Asked:
            due, path = began + number / rate, paths[number]
            time.sleep(max(0.0, due - time.perf_counter()))
            assert self.ask(path, self.views[path]) in _ANSWERED, path
            return Asked(path, (time.perf_counter() - due) * 1e3)

        with ThreadPoolExecutor(_CALLERS * 4) as pool:
            return list(pool.map(asked, range(len(paths))))

    def _shuffled(self, times: int) -> list[str]:
        paths = list(self.views) * times
        self._chance.shuffle(paths)
        return paths


def moments(chance: random.Random, span: Span) -> str:
    """A pair of moments as a query."""
    valid, known = (_between(chance, *pair) for pair in span)
    return f"geldigOp={valid}&beschikbaarOp={known}"


def _between(chance: random.Random, first: datetime, last: datetime) -> str:
    # The later half: the earlier a moment, the less there is to fold.
    at = first + (last - first) * (0.5 + chance.random() / 2)
    return (at + timedelta(microseconds=chance.randrange(1000))).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def percentile(asked: Sequence[Asked], share: float) -> float:
    """The milliseconds that this share of the answers did not take longer than."""
    late = sorted(each.late for each in asked)
    return late[min(len(late) - 1, int(len(late) * share))]


def slowest(asked: Sequence[Asked]) -> list[tuple[float, str]]:
    """The median of each view, the slowest first, by the end of its path."""
    by_view: dict[str, list[Any]] = {}
    for each in asked:
        by_view.setdefault(each.view, []).append(each)
    medians = [(percentile(of, 0.5), view.split("/", 5)[-1]) for view, of in by_view.items()]
    return sorted(medians, reverse=True)
