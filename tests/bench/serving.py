"""Callers that keep a service busy over HTTP for a bounded time."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from typing import Any
from urllib.parse import urlsplit

import msgspec

from tests.bench.caller import agreement

SECONDS = 4.0
ACTS_PER_PLAN = 25


class Server(msgspec.Struct, frozen=True):
    """Where plans answers, and a worker's token."""

    address: str
    token: str

    def connected(self) -> http.client.HTTPConnection:
        """A connection to it."""
        return http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=30)

    def post(self, connection: http.client.HTTPConnection, path: str, body: Any) -> Any:
        """An act that must be recorded."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        connection.request("POST", f"/plannen/api/v1{path}", json.dumps(body), headers)
        response = connection.getresponse()
        answer = json.loads(response.read())
        assert response.status == 201, answer
        return answer

    def plan(self, connection: http.client.HTTPConnection) -> tuple[str, Any]:
        """A plan with one person: its path, and an agreement to make there."""
        opened = self.post(connection, "/dossiers", {"gronden": ["onveilige-situatie"]})
        path = f"/dossiers/{opened['planId']}"
        person = {"naam": "Mirjam", "soort": "gezin"}
        added = self.post(connection, f"{path}/personen", person)
        return path, agreement(added["onderdelen"][0])


def acts_a_second(servers: Sequence[Server], connections: int) -> float:
    """Acts a second with so many callers at once, divided over ``servers``, each on own plans."""
    with ThreadPoolExecutor(connections) as pool:
        counted = list(pool.map(_caller, islice(cycle(servers), connections)))
    return sum(counted) / SECONDS


def _caller(server: Server) -> int:
    connection = server.connected()
    done = 0
    path, body = server.plan(connection)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        server.post(connection, f"{path}/afspraken", body)
        done += 1
        if done % ACTS_PER_PLAN == 0:
            path, body = server.plan(connection)
    connection.close()
    return done
