"""The internal feed as it is asked for: what a question may be, and how large an answer."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from shared.eventbase.doing import Actor
from shared.feed.local import LocalSource
from shared.web.app import create_web
from shared.web.internal_feed import internal_feed_view
from shared.web.waiting import WaitingRoom
from tests.unit.feed.record import ListRecord, Noted, publish, recorded
from tests.unit.web.sample_app import BASE, Bench, spec

FEED = f"{BASE}/interne-gebeurtenissen"
RECORD = ListRecord([recorded(seq, Noted(seq)) for seq in range(1, 21)])


def asking(bench: Bench, publishes: Any = publish) -> FlaskClient:
    """A service that asks plans."""
    feed = LocalSource("plans", RECORD.after, RECORD.last, publishes)
    view = internal_feed_view(feed, RECORD.last, WaitingRoom())
    made = replace(spec(bench), views=[view], verifier=lambda token: Actor("vangnet", token))
    client = create_web(made).test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = "Bearer service"
    return client


def test_a_page_says_where_it_begins_and_ends_and_what_there_is() -> None:
    """With the marks by which a reader sees that it is still the same feed."""
    page = asking(Bench()).get(f"{FEED}?na=3&aantal=2").get_json()
    events = page.pop("gebeurtenissen")
    ids = [str(RECORD.events[at].stamp.event_id) for at in (2, 4)]
    assert page == {"na": 3, "bereikt": 5, "laatste": 20, "merkVoor": ids[0], "merk": ids[1]}
    assert [int(event["sequence"]) for event in events] == [4, 5]


def test_without_a_question_it_begins_at_the_start() -> None:
    """And does not wait."""
    page = asking(Bench()).get(FEED).get_json()
    assert (page["na"], page["bereikt"], page["merkVoor"]) == (0, 20, None)


@pytest.mark.parametrize(
    "query", ["na=-1", "na=x", "aantal=0", "aantal=501", "wacht=26", "wacht=-1", "wacht=0.5", "x=1"]
)
def test_a_question_beyond_its_bounds_is_refused(query: str) -> None:
    """With the name of what is wrong, and at once."""
    answer = asking(Bench()).get(f"{FEED}?{query}")
    assert answer.status_code == 400
    assert [p["name"] for p in answer.get_json()["invalidParams"]] == [query.partition("=")[0]]


def test_every_look_is_in_the_access_log() -> None:
    """Those that were refused too."""
    bench = Bench()
    asking(bench).get(f"{FEED}?na=1")
    asking(bench).get(FEED, headers={"Authorization": "Bearer worker"})
    noted = [(e.operation, e.role, e.status) for e in bench.entries]
    assert noted == [
        ("interne-gebeurtenissen", "service", 200),
        ("interne-gebeurtenissen", "worker", 403),
    ]


def test_a_page_never_grows_beyond_what_a_reader_takes() -> None:
    """It then has fewer events than were asked for, and goes on from there."""
    client = asking(Bench(), lambda event: {"nummer": "x" * 1_000_000})
    answer = client.get(f"{FEED}?aantal=20")
    page = json.load(io.BytesIO(answer.data))
    assert len(answer.data) < 8 * 1024 * 1024
    assert (page["bereikt"], len(page["gebeurtenissen"])) == (5, 5)
