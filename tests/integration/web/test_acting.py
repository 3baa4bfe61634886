"""Acts on the web: validation, idempotency, revisions, refusals."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from werkzeug.test import TestResponse

from shared.eventbase.rule import Broken, Refused
from shared.eventbase.unknown import NotYetKnown
from shared.web import refusals
from tests.unit.web.sample_app import BASE, PLAN, Bench, client
from tests.unit.web.sample_domain import Begin, Change, Make, Purpose

AFSPRAKEN = f"{BASE}/veiligheidsplannen/{PLAN}/afspraken"
CHANGES = f"{AFSPRAKEN}/{PLAN}/bijstellingen"
SOUND = {"tekst": "Ik bel elke dag", "doel": "veiligheid"}


def post(bench: Bench, body: Any, path: str = AFSPRAKEN, **headers: str) -> TestResponse:
    """Posts JSON, with headers written in Python's way."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client(bench).post(path, json=body, headers=named)


def wrong(answer: TestResponse) -> list[tuple[str, str]]:
    """What is wrong with the input."""
    assert answer.status_code == 400
    return [(p["name"], p["code"]) for p in answer.get_json()["invalidParams"]]


def test_an_act_is_performed_as_it_was_meant() -> None:
    """From Dutch names on the wire to the act in code; the actor is the token's."""
    bench = Bench()
    claimed = {"totDatum": "2026-06-01", "stappen": [{"tekst": "eerst"}],
               "gebeurdOp": "2026-02-28T20:00:00+01:00", "vernomenDoor": str(PLAN)}  # fmt: skip
    answer = post(bench, {**SOUND, **claimed})
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{BASE}/veiligheidsplannen/{PLAN}"
    (performing,) = bench.performed
    assert performing.act == Make(
        text="Ik bel elke dag",
        purpose=Purpose.SAFETY,
        until=date(2026, 6, 1),
        steps=("eerst",),
        effective_at=datetime(2026, 2, 28, 19, tzinfo=UTC),
        learned_by=PLAN,
    )
    assert (performing.plan_id, performing.actor.subject) == (PLAN, "sub-worker")
    assert (performing.idempotency, performing.revision) == (None, None)


def test_an_act_that_begins_a_plan_has_none_yet() -> None:
    """Its path names no plan."""
    bench = Bench()
    post(bench, {"titel": "Nieuw"}, f"{BASE}/veiligheidsplannen")
    assert bench.performed[0].plan_id is None
    assert bench.performed[0].act == Begin(title="Nieuw")


def test_what_stands_in_the_path_is_part_of_the_act() -> None:
    """And may not stand in the body as well."""
    bench = Bench()
    assert post(bench, {"tekst": "a"}, CHANGES, If_Match='"r1"').status_code == 201
    assert bench.performed[0].act == Change(item=PLAN, text="a")
    twice = post(bench, {"tekst": "a", "afspraakId": str(UUID(int=1))}, CHANGES, If_Match="r1")
    assert wrong(twice) == [("afspraakId", "repeated")]


def test_all_that_is_wrong_is_said_at_once_under_the_wires_names() -> None:
    """Missing, unknown, misshapen, nested, and yet to happen."""
    body = {"doel": "x", "stappen": [{"tekst": 3}, {"tekst": "a", "b": 1}], "boe": None,
            "gebeurdOp": "2026-03-01T12:00:01Z", "vernomenOp": "2027-01-01T00:00:00Z"}  # fmt: skip
    assert sorted(wrong(post(Bench(), body))) == [
        ("boe", "unknown"),
        ("doel", "invalid"),
        ("gebeurdOp", "future"),
        ("stappen.0.tekst", "invalid"),
        ("stappen.1.b", "unknown"),
        ("tekst", "required"),
        ("vernomenOp", "future"),
    ]


def test_what_has_yet_to_happen_cannot_be_recorded() -> None:
    """Now itself can."""
    late = post(Bench(), {**SOUND, "gebeurdOp": "2026-03-01T12:00:00.000001Z"})
    assert wrong(late) == [("gebeurdOp", "future")]
    now = post(Bench(), {**SOUND, "gebeurdOp": "2026-03-01T13:00:00+01:00"})
    assert now.status_code == 201


HOSTILE = {
    "20 MB": (b" " * 20_000_000, 413),
    "100k levels": (b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
    "NaN": (b'{"tekst": NaN}', 400),
    "twice": (b'{"tekst": "a", "tekst": "b"}', 400),
    "surrogate": (b'{"tekst": "\\ud800"}', 400),
    "surrogate key": (b'{"\\ud800": 1}', 400),
    "list": (b"[]", 400),
    "nothing": (b"", 400),
    "50,000 unknown keys": (b"{" + b",".join(b'"%d":1' % n for n in range(25_000)) + b"}", 400),
    "null byte": (b'{"tekst": "\\u0000", "doel": "veiligheid"}', 400),
}


@pytest.mark.parametrize(("body", "status"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_body_is_refused_and_never_an_error_of_ours(body: bytes, status: int) -> None:
    """Integrity threat 20; the answer stays small."""
    bench = Bench()
    answer = client(bench).post(AFSPRAKEN, data=body, content_type="application/json")
    assert answer.status_code == status
    assert len(answer.data) < 20_000
    assert bench.performed == []


@pytest.mark.parametrize(("spaces", "status"), [(0, 201), (300_000, 413), (20_000_000, 413)])
def test_a_body_in_chunks_is_taken_whole_or_not_at_all(spaces: int, status: int) -> None:
    """Cut off in its trailing spaces it would still be sound JSON, of another request."""
    bench = Bench()
    chunked = {
        "wsgi.input": io.BytesIO(b'{"tekst": "a", "doel": "herstel"}' + b" " * spaces),
        "wsgi.input_terminated": True,
        "HTTP_TRANSFER_ENCODING": "chunked",
    }
    web = client(bench)
    answer = web.post(AFSPRAKEN, content_type="application/json", environ_overrides=chunked)
    assert (answer.status_code, len(bench.performed)) == (status, int(status == 201))


@pytest.mark.parametrize(
    ("content_type", "status"),
    [("application/json; charset=UTF-8", 201), ("application/json; charset=latin-1", 415),
     ("text/json", 415), ("application/xml", 415), (None, 415)],
)  # fmt: skip
def test_only_json_in_utf_8_is_taken(content_type: str | None, status: int) -> None:
    """415 for the rest."""
    body = b'{"tekst": "a", "doel": "herstel"}'
    answer = client(Bench()).post(AFSPRAKEN, data=body, content_type=content_type)
    assert answer.status_code == status


def test_the_same_request_twice_is_one_act_and_one_answer() -> None:
    """Byte for byte; the second answer is logged, as it shows something again."""
    bench = Bench()
    first, second = (post(bench, SOUND, Idempotency_Key="k-1") for _ in range(2))
    assert len(bench.performed) == 1
    assert (first.data, first.status_code) == (second.data, second.status_code)
    assert first.headers["Location"] == second.headers["Location"]
    assert [(e.operation, e.status) for e in bench.entries] == [("afspraak-maken", 201)]


def test_a_repeat_is_recognised_before_its_body_is_looked_at() -> None:
    """A key with another body is refused as such, also when that body is no JSON."""
    bench = Bench()
    post(bench, SOUND, Idempotency_Key="k-1")
    web = client(bench)
    for body in (b"{", b'{"tekst": "b", "doel": "herstel"}'):
        answer = web.post(AFSPRAKEN, data=body, headers={"Idempotency-Key": "k-1"})
        assert answer.status_code == 409
        assert answer.get_json()["type"].endswith("sleutel-hergebruikt")
    other = post(bench, SOUND, AFSPRAKEN.replace("5b", "6b"), Idempotency_Key="k-1")
    assert other.status_code == 409
    assert len(bench.performed) == 1


def test_a_key_is_its_callers_own() -> None:
    """Another subject may use the same key, and learns nothing of the first."""
    bench = Bench()
    post(bench, SOUND, Idempotency_Key="k-1")
    headers = {"Idempotency-Key": "k-1"}
    other = client(bench, f"person:{PLAN}").post(AFSPRAKEN, json=SOUND, headers=headers)
    assert other.status_code == 201
    assert len(bench.performed) == 2
    assert all(b"k-1" not in scope for scope in bench.kept)


@pytest.mark.parametrize("key", ["", "a b", "é", "k" * 256])
def test_a_key_is_1_to_255_visible_signs(key: str) -> None:
    """Anything else is 400."""
    assert wrong(post(Bench(), SOUND, Idempotency_Key=key)) == [("Idempotency-Key", "invalid")]


def test_a_guarded_act_needs_the_revision_that_was_read() -> None:
    """428 without, 400 when it is not one revision, and passed on as it is."""
    bench = Bench()
    body = {"tekst": "a"}
    assert post(bench, body, CHANGES).status_code == 428
    assert wrong(post(bench, body, CHANGES, If_Match="*")) == [("If-Match", "invalid")]
    assert wrong(post(bench, body, CHANGES, If_Match='"a", "b"')) == [("If-Match", "invalid")]
    assert wrong(post(bench, body, CHANGES, If_Match='"a')) == [("If-Match", "invalid")]
    assert bench.performed == []
    post(bench, body, CHANGES, If_Match='"r-1"')
    assert bench.performed[0].revision == "r-1"


RAISED = [
    (Refused([Broken("regel", "W1", "Dat kan niet.")]), 409, None),
    (refusals.UnknownPlan(), 404, None),
    (refusals.Forbidden(), 403, None),
    (refusals.RevisionMismatch(), 412, None),
    (NotYetKnown(), 409, "2"),
    (refusals.Conflict(), 409, None),
    (ValueError("Noor"), 500, None),
]


@pytest.mark.parametrize(("raised", "status", "retry_after"), RAISED)
def test_how_the_record_says_no(raised: Exception, status: int, retry_after: str | None) -> None:
    """Each way has its status, and is logged as a refused try."""
    bench = Bench(raises=raised)
    answer = post(bench, SOUND)
    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == retry_after
    assert [(e.action.value, e.status) for e in bench.entries] == [("aanmaken", status)]
    assert b"Noor" not in answer.data


def test_a_recorded_act_is_not_logged_twice() -> None:
    """Its event says who did it, in the transaction that made it true."""
    bench = Bench()
    assert post(bench, SOUND).status_code == 201
    assert bench.entries == []
