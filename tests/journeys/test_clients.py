"""One contract for every way in which a case reaches the services."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Any

import pytest

from shared.feed.http_connections import Connections
from tests.parts.web_server import served
from vangnet.journey.client import Client, LocalClient
from vangnet.journey.http_client import HttpClient


def echo(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Says what it was asked; as text when that is asked for, and elsewhere it sends on."""
    kind = "text/plain" if environ["PATH_INFO"].endswith("/tekst") else "application/problem+json"
    status = "302 Found" if environ["PATH_INFO"].endswith("/weg") else "418 Anders"
    length = int(environ.get("CONTENT_LENGTH") or 0)
    told = {
        "method": environ["REQUEST_METHOD"],
        "path": environ["PATH_INFO"],
        "query": environ["QUERY_STRING"],
        "token": environ["HTTP_AUTHORIZATION"],
        "match": environ.get("HTTP_IF_MATCH"),
        "body": environ["wsgi.input"].read(length).decode(),
        "type": environ.get("CONTENT_TYPE") or None,
    }
    body = json.dumps(told).encode()
    headers = [("Content-Type", kind), ("Location", "/x"), ("Content-Length", str(len(body)))]
    start_response(status, headers)
    return [body]


@pytest.fixture(params=["local", "http"])
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """Each of them, of one app."""
    if request.param == "local":
        yield LocalClient(echo)
        return
    with served(echo) as address, closing(Connections()) as connections:
        yield HttpClient({"/a": "http://127.0.0.1:9", "/ander": address}, connections.pool)


def test_what_is_asked_arrives_and_what_is_said_comes_back(client: Client):
    """Method, path, token, headers and body; status, headers in small letters, body and bytes."""
    asked = {"wat": "geen contact, écht"}
    answer = client.request("POST", "/ander/x?op=1", "abc", asked, {"If-Match": '"r"'})
    assert (answer.status, answer.headers["location"]) == (418, "/x")
    assert answer.body == json.loads(answer.raw)
    sent = json.loads(answer.body.pop("body"))
    assert sent == asked
    assert answer.body == {
        "method": "POST",
        "path": "/ander/x",
        "query": "op=1",
        "token": "Bearer abc",
        "match": '"r"',
        "type": "application/json",
    }


def test_what_is_no_json_has_no_body_and_nobody_is_sent_on(client: Client):
    """A case looks at what this address said, and at nothing else."""
    assert client.request("GET", "/ander/tekst", "abc").body is None
    assert client.request("GET", "/ander/weg", "abc").status == 302
