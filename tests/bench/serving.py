"""A served Vangnet in a process of its own, and callers that keep it busy for a bounded time."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from tests.bench.stage import agreement

SECONDS = 4.0
START_SECONDS = 60
ACTS_PER_PLAN = 25


class Server(msgspec.Struct, frozen=True):
    """Where it listens, and a worker's token."""

    host: str
    port: int
    token: str


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """A server on a store of its own, ended when the block ends."""
    environ = {**os.environ, "VAR": str(folder), "PORT": "0", "DEMO": "0"}
    command = [sys.executable, "-m", "vangnet"]
    process = subprocess.Popen([*command, "up"], env=environ, stdout=subprocess.PIPE, text=True)
    try:
        address = _ready(process)
        told = subprocess.run(
            [*command, "token", "--role", "werker"],
            env=environ,
            capture_output=True,
            text=True,
            check=True,
        )
        host, _, port = address.rpartition("/")[2].partition(":")
        yield Server(host, int(port), told.stdout.split()[-1])
    finally:
        process.terminate()
        # Reads to the end and closes: a pipe left open is a warning, and warnings are errors.
        process.communicate(timeout=30)


def _ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    deadline = time.monotonic() + START_SECONDS
    for said in process.stdout:
        if said.startswith("ready "):
            return said.split()[1].strip()
        if time.monotonic() > deadline:
            break
    raise RuntimeError("the server did not become ready")


def acts_a_second(server: Server, connections: int) -> float:
    """Acts a second with so many callers at once, each on plans of its own."""
    with ThreadPoolExecutor(connections) as pool:
        counted = list(pool.map(_caller, [server] * connections))
    return sum(counted) / SECONDS


def _caller(server: Server) -> int:
    connection = http.client.HTTPConnection(server.host, server.port, timeout=30)
    done = 0
    path, body = _plan(connection, server)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        _post(connection, server, f"{path}/afspraken", body)
        done += 1
        if done % ACTS_PER_PLAN == 0:
            path, body = _plan(connection, server)
    connection.close()
    return done


def _plan(connection: http.client.HTTPConnection, server: Server) -> tuple[str, Any]:
    opened = _post(connection, server, "/dossiers", {"gronden": ["onveilige-situatie"]})
    path = f"/dossiers/{opened['planId']}"
    added = _post(connection, server, f"{path}/personen", {"naam": "Mirjam", "soort": "gezin"})
    return path, agreement(added["onderdelen"][0])


def _post(connection: http.client.HTTPConnection, server: Server, path: str, body: Any) -> Any:
    headers = {"Authorization": f"Bearer {server.token}", "Content-Type": "application/json"}
    sent = json.dumps(body)
    connection.request("POST", f"/plannen/api/v1{path}", sent, headers)
    response = connection.getresponse()
    answer = json.loads(response.read())
    assert response.status == 201, answer
    return answer
