"""Views on the web: moments, ETags, and the log before the answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from eventsourcing.persistence import InterfaceError, OperationalError

from shared.access.log import Action, Outcome
from shared.eventbase.moment import Moment
from tests.unit.web.sample_app import BASE, LAST, NOW, PLAN, Bench, client

PATH = f"{BASE}/veiligheidsplannen/{PLAN}"
EARLIER = NOW - timedelta(days=30)
Z_EARLIER = "2026-01-30T12:00:00.000000Z"


def wrong(bench: Bench, query: str) -> dict[str, str]:
    """What is wrong with a query, by name."""
    answer = client(bench).get(f"{PATH}?{query}")
    assert answer.status_code == 400
    return {p["name"]: p["code"] for p in answer.get_json()["invalidParams"]}


@pytest.mark.parametrize(
    ("query", "valid", "known"),
    [
        ("", NOW, LAST),
        ("geldigOp=2026-01-30T12:00:00Z", EARLIER, LAST),
        ("beschikbaarOp=2026-01-30T13:00:00%2B01:00", NOW, EARLIER),
        ("beschikbaarOp=2026-01-30T13:00:00+01:00", NOW, EARLIER),
        ("geldigOp=2026-01-30T12:00:00Z&beschikbaarOp=2026-01-30T12:00:00Z", EARLIER, EARLIER),
        ("beschikbaarOp=2026-03-01T12:00:00Z", NOW, LAST),
        ("geldigOp=2030-01-01T00:00:00Z", datetime.fromisoformat("2030-01-01T00:00:00Z"), LAST),
    ],
)
def test_the_moments_are_asked_for_together_or_alone(
    query: str, valid: datetime, known: datetime
) -> None:
    """Neither: now and the last that was recorded. K is never later than that."""
    bench = Bench()
    answer = client(bench).get(f"{PATH}?{query}")
    assert bench.readings[0].moment == Moment(valid, known)
    assert bench.readings[0].asked_for_past == bool(query)
    told = answer.get_json()["tijdreis"]
    assert datetime.fromisoformat(told["geldigOp"]) == valid
    assert datetime.fromisoformat(told["beschikbaarOp"]) == known
    assert (bench.entries[0].valid, bench.entries[0].known) == (valid, known)


def test_a_simulated_clock_is_stated() -> None:
    """In every answer of a store that was so written."""
    assert "klok" not in client(Bench()).get(PATH).get_json()["tijdreis"]
    answer = client(Bench(simulated=True)).get(PATH).get_json()
    assert answer["tijdreis"]["klok"] == "gesimuleerd"


def test_everything_that_is_wrong_with_a_query_is_said_at_once() -> None:
    """Unparsable, unknown, out of bounds, twice, and a K that is yet to come."""
    query = "geldigOp=gisteren&foo=1&aantal=0&metBeeindigd=ja"
    expected = dict.fromkeys(("geldigOp", "aantal", "metBeeindigd"), "invalid")
    assert wrong(Bench(), query) == {**expected, "foo": "unknown"}
    assert wrong(Bench(), "aantal=3&aantal=4") == {"aantal": "repeated"}
    assert wrong(Bench(), "geldigOp=2026-01-30T12:00:00") == {"geldigOp": "invalid"}
    assert wrong(Bench(), "beschikbaarOp=2026-03-01T12:00:01Z") == {"beschikbaarOp": "future"}


def test_query_values_arrive_under_their_names_in_code() -> None:
    """Loaded by the view's own schema."""
    bench = Bench()
    client(bench).get(f"{PATH}?aantal=7&metBeeindigd=true")
    assert bench.readings[0].query == {"limit": 7, "ended": True}


def test_a_party_cannot_see_that_something_was_recorded() -> None:
    """Two worlds that differ in the last moment of recording alone give the same bytes."""
    worlds = [Bench(), Bench(last=LAST + timedelta(seconds=30))]
    answers = [client(bench, f"person:{PLAN}").get(PATH) for bench in worlds]
    assert answers[0].data == answers[1].data
    assert answers[0].headers["Content-Location"]
    assert dict(answers[0].headers) == dict(answers[1].headers)
    assert worlds[0].readings[0].moment.known == LAST


def test_what_did_not_change_is_304_and_is_logged_as_a_look() -> None:
    """The moment of asking differs, what is seen does not."""
    bench = Bench()
    tag = client(bench).get(PATH).headers["ETag"]
    bench.now, bench.last = NOW + timedelta(hours=1), NOW
    answer = client(bench).get(PATH, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.data) == (304, b"")
    assert [entry.status for entry in bench.entries] == [200, 304]
    bench.title = "Plan van juli"
    assert client(bench).get(PATH, headers={"If-None-Match": tag}).status_code == 200


def test_a_look_is_logged_before_it_is_answered() -> None:
    """Who, what, which version, and the outcome."""
    bench = Bench()
    client(bench, "supervisor").get(f"{PATH}/versies/3")
    (entry,) = bench.entries
    assert (entry.subject, entry.role, entry.plan_id) == ("sub-supervisor", "supervisor", PLAN)
    assert (entry.service, entry.operation, entry.version) == ("plannen", "versie", 3)
    assert (entry.action, entry.outcome, entry.status) == (Action.READ, Outcome.OK, 200)


@pytest.mark.parametrize("raised", [None, RuntimeError("Noor")])
def test_without_the_log_there_is_no_answer(raised: Exception | None) -> None:
    """503, of what would have been shown, refused or broken; nothing of it in the body."""
    bench = Bench(log_error=OSError("disk full of Noor"), raises=raised)
    answer = client(bench).get(PATH)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert b"Plan van juni" not in answer.data
    assert b"Noor" not in answer.data + bench.log.getvalue()


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_said_to_be_and_may_be_asked_again(
    error: type[Exception],
) -> None:
    """503 and when to come back; whoever looks after it finds it in the log, without a word."""
    bench = Bench(raises=error("connection to Noor failed"))
    answer = client(bench).get(PATH)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert answer.json is not None and "opnieuw" in answer.json["detail"]
    assert error.__name__.encode() in bench.log.getvalue()
    assert b"Noor" not in answer.data + bench.log.getvalue()


def test_looks_that_fail_are_logged_as_they_end() -> None:
    """Not found, wrong question, broken view."""
    bench = Bench()
    web = client(bench)
    web.get(PATH.replace("5b", "6b"))
    web.get(f"{PATH}?foo=1")
    bench.raises = KeyError("Noor")
    web.get(PATH)
    assert [(e.status, e.outcome.value) for e in bench.entries] == [
        (404, "geweigerd"),
        (400, "geweigerd"),
        (500, "fout"),
    ]


def test_a_broken_view_says_nothing_and_is_told_to_our_own_log() -> None:
    """The class and the place, never the text."""
    bench = Bench(raises=KeyError("Noor"))
    answer = client(bench).get(PATH)
    told: Any = bench.log.getvalue().decode()
    assert answer.status_code == 500
    assert b"Noor" not in answer.data
    assert "Noor" not in told
    assert '"error":"KeyError"' in told
    assert '"where":"tests.unit.web.sample_app:' in told
    assert str(PLAN) not in told
