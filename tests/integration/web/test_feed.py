"""The public feed: CloudEvents in order, to be pulled with a cursor."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from shared.web.cloud_event import PublicEvent
from tests.unit.web.sample_app import BASE, NOW, PLAN, Bench, client

FEED = f"{BASE}/gebeurtenissen"


def filled() -> Bench:
    """A service with five events, with gaps in their numbers."""
    return Bench(
        events=[
            PublicEvent(
                seq=seq,
                stream_id=UUID(int=9),
                version=version,
                plan_id=PLAN,
                name="afspraak-gemaakt",
                effective_at=NOW - timedelta(days=1),
                recorded_at=NOW,
                dataref=f"/veiligheidsplannen/{PLAN}/versies/{version}",
            )
            for version, seq in enumerate([3, 4, 8, 9, 12], start=1)
        ]
    )


def get(bench: Bench, query: str = "") -> dict[str, Any]:
    """One page of the feed."""
    found: dict[str, Any] = client(bench, "system").get(f"{FEED}?{query}").get_json()
    return found


def test_an_event_is_a_cloudevent_without_content() -> None:
    """NL GOV profile 1.1: a fixed id, a URN as source, the recorded time, thin data."""
    event = get(filled())["gebeurtenissen"][0]
    assert event == {
        "specversion": "1.0",
        "id": f"{UUID(int=9)}.1",
        "source": "urn:nld:oin:00000001823288444000:systeem:vangnet-plannen",
        "type": "nl.overheid.veiligheidsplannen.afspraak-gemaakt.v1",
        "subject": str(PLAN),
        "time": "2026-03-01T12:00:00.000000Z",
        "datacontenttype": "application/json",
        "dataref": f"https://x.test/veiligheidsplannen/{PLAN}/versies/1",
        "sequence": "0000000000000000003",
        "data": {"planId": str(PLAN), "versie": 1, "gebeurdOp": "2026-02-28T12:00:00.000000Z"},
    }


def test_a_follower_gets_every_event_once_by_going_on_from_the_cursor() -> None:
    """And a cursor when there is nothing new, from which what comes next is not missed."""
    bench = filled()
    seen, cursor = [], ""
    for _ in range(4):
        page = get(bench, f"limit=2&na={cursor}" if cursor else "limit=2")
        seen += [event["data"]["versie"] for event in page["gebeurtenissen"]]
        cursor = page["volgende"]
    assert seen == [1, 2, 3, 4, 5]
    assert get(bench, f"na={cursor}") == {"gebeurtenissen": [], "volgende": cursor}


def test_the_next_page_is_linked() -> None:
    """RFC 8288, as the ADR module on paging has it."""
    answer = client(filled(), "system").get(f"{FEED}?limit=2")
    cursor = answer.get_json()["volgende"]
    assert answer.headers["Link"] == f'<{FEED}?na={cursor}>; rel="next"'


@pytest.mark.parametrize(
    "query", ["na=AAAA", "na=0", "na=", "limit=0", "limit=1001", "limit=veel", "vanaf=3"]
)
def test_a_cursor_that_was_not_handed_out_is_refused(query: str) -> None:
    """As is a limit beyond all bounds."""
    assert client(filled(), "system").get(f"{FEED}?{query}").status_code == 400
