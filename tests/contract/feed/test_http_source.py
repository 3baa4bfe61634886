"""What only a feed over HTTP can do wrong: none of it ever looks like "nothing new"."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from shared.feed.delivery import Damaged, Reason
from shared.feed.http import Http, Unreachable
from shared.feed.http_connections import Connections
from shared.feed.http_source import HttpSource
from shared.web.waiting import WaitingRoom
from tests.contract.feed.over_http import over_http
from tests.parts.web_server import said
from tests.unit.feed.record import ListRecord, Noted, recorded

EMPTY = {"na": 3, "bereikt": 3, "laatste": 9, "merk": None, "merkVoor": None, "gebeurtenissen": []}
SECONDS = 5.0


def events(count: int) -> ListRecord:
    """A record with so many events."""
    return ListRecord([recorded(seq, Noted(seq)) for seq in range(1, count + 1)])


@contextmanager
def reading(address: str, most_bytes: int = 100_000, wait: int = 0) -> Iterator[HttpSource]:
    """A source at this address, on connections of its own."""
    with closing(Connections()) as connections:
        http = Http(connections.pool, most_bytes)
        yield HttpSource("plans", address, lambda: "geheim-token", http, wait)


def answer(status: str, body: bytes, *headers: str) -> bytes:
    """A whole HTTP answer."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join([*head, "", ""]).encode() + body


def page(**changes: Any) -> bytes:
    """The page after position 3 with nothing on it, but for some members."""
    return answer("200 OK", json.dumps({**EMPTY, **changes}).encode())


def event(seq: int) -> dict[str, Any]:
    """An event of which nothing is legible but where it stands."""
    return {"sequence": f"{seq:019}"}


def failure(said_back: bytes, **options: Any) -> str:
    """What the source says of such an answer."""
    with (
        said(said_back) as address,
        reading(address, **options) as source,
        pytest.raises(Unreachable) as raised,
    ):
        source.read(3, 2)
    assert "geheim-token" not in str(raised.value)
    return str(raised.value)


def test_a_page_with_nothing_new_is_understood() -> None:
    """The tests below can fail."""
    with said(page()) as address, reading(address) as source:
        batch = source.read(3, 2)
    assert (batch.after, batch.reached, batch.last, list(batch.deliveries)) == (3, 3, 9, [])


@pytest.mark.parametrize("part", range(0, len(page()), 9))
def test_an_answer_that_breaks_off_is_no_answer(part: int) -> None:
    """Wherever the connection is cut: before, in or after the head, or in the body."""
    assert failure(page()[:part])


def test_nobody_there_is_no_answer() -> None:
    """And the message says where was looked."""
    with said(b"") as address:
        pass
    with reading(address) as source, pytest.raises(Unreachable, match=address):
        source.read(3, 2)


@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden"])
def test_a_refusal_says_what_to_check(status: str) -> None:
    """A token that ended looks nothing like a feed that did."""
    assert "VANGNET_SERVICE_TOKEN" in failure(answer(status, b"{}"))


@pytest.mark.parametrize("status", ["500 Oops", "503 Later", "404 Not Found", "204 No Content"])
def test_a_fault_is_a_fault(status: str) -> None:
    """Whatever its body says."""
    body = b"" if status.startswith("204") else json.dumps(EMPTY).encode()
    assert status[:3] in failure(answer(status, body))


def test_a_redirect_is_not_followed() -> None:
    """Our token is for who we asked, and for nobody else."""
    asked = threading.Event()
    with said(page(), asked.set) as elsewhere:
        assert "302" in failure(answer("302 Found", b"", f"Location: {elsewhere}/"))
    assert not asked.is_set()


@pytest.mark.parametrize(
    "changes",
    [
        {"na": 2},
        {"bereikt": 4},
        {"bereikt": 2},
        {"laatste": -1},
        {"laatste": "9"},
        {"merk": "geen id"},
        {"gebeurtenissen": None},
        {"meer": 1},
        {"bereikt": 3, "gebeurtenissen": [event(3)]},
        {"bereikt": 5, "gebeurtenissen": [event(5), event(4)]},
        {"bereikt": 4, "gebeurtenissen": [event(4), event(4)]},
        {"bereikt": 4, "gebeurtenissen": [event(5)]},
        {"bereikt": 6, "gebeurtenissen": [event(4), event(5), event(6)]},
        {"bereikt": 4, "gebeurtenissen": [{"sequence": "4"}]},
        {"bereikt": 4, "gebeurtenissen": ["4"]},
    ],
)
def test_a_page_that_does_not_connect_is_refused(changes: dict[str, Any]) -> None:
    """A page of another question, a hole that it could hide, more than was asked, or nonsense."""
    assert "leesbaar antwoord" in failure(page(**changes))


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b"\xff", b"[" * 50_000])
def test_what_is_no_page_is_refused(body: bytes) -> None:
    """As a proxy gives that stands in between."""
    assert "leesbaar antwoord" in failure(answer("200 OK", body))


def test_more_than_can_be_taken_is_refused() -> None:
    """Also when its length was not told before."""
    endless = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b" " * 300_000
    assert "te groot" in failure(endless)


def test_an_event_that_cannot_be_understood_holds_up_its_own_plan_only() -> None:
    """One of a newer version, say: it is delivered as damaged, with the plan that it names."""
    key = "5b0d3f0e-7a55-4f6e-9f0d-2f8a4b1c9d10"
    strange = {**event(4), "partitionkey": key, "specversion": "2.0"}
    told = page(bereikt=5, gebeurtenissen=[strange, event(5)])
    with said(told) as address, reading(address) as source:
        first, second = source.read(3, 2).deliveries
    assert isinstance(first, Damaged) and isinstance(second, Damaged)
    assert (first.position, first.reason, str(first.plan_id)) == (4, Reason.NOT_A_MESSAGE, key)
    assert (second.position, second.plan_id) == (5, None)


def test_a_limit_beyond_what_is_given_gives_what_is_given() -> None:
    """A reader that asks for a thousand goes on from where it got."""
    with over_http(events(501)) as source:
        batch = source.read(0, 1000)
        assert (batch.reached, batch.last, len(batch.deliveries)) == (500, 501, 500)


def test_a_question_is_held_until_there_is_news() -> None:
    """The answer comes well before the time is over, and as soon as there is something."""
    record = events(1)
    with over_http(record, wait=20) as source:
        began = time.monotonic()
        timer = threading.Timer(0.2, lambda: record.events.extend(events(2).events[1:]))
        timer.start()
        batch = source.read(1, 10)
        timer.join()
    assert [d.position for d in batch.deliveries] == [2]
    assert 0.15 < time.monotonic() - began < SECONDS


def test_a_question_without_news_is_answered_in_the_end() -> None:
    """With nothing new."""
    with over_http(events(1), wait=1) as source:
        began = time.monotonic()
        assert source.read(1, 10).reached == 1
    assert time.monotonic() - began > 0.9


def test_whoever_stops_hears_so_at_once() -> None:
    """A server that stops lets its callers go; a follower that stops cuts its own questions."""
    room = WaitingRoom()
    with over_http(events(1), room, wait=20) as source:
        began = time.monotonic()
        timer = threading.Timer(0.1, room.close)
        timer.start()
        assert source.read(1, 10).reached == 1
        timer.join()
    with over_http(events(1), wait=20) as served, closing(Connections()) as connections:
        address = served._address
        source = HttpSource("plans", address, lambda: "x", Http(connections.pool), 20)
        timer = threading.Timer(0.1, connections.cut)
        timer.start()
        with pytest.raises(Unreachable):
            source.read(1, 10)
        timer.join()
        assert time.monotonic() - began < SECONDS
