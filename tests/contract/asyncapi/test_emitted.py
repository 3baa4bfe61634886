"""What the services emit is what their AsyncAPI documents say, and nothing besides."""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft7Validator

from shared.erasing.eraser import Telling
from shared.eventbase.event import Event
from shared.feed.delivery import Damaged, Reason
from shared.feed.kafka.record import internal_record
from shared.web.cloud_event import event_type
from tests.contract.asyncapi.conftest import Emitted
from tests.contract.asyncapi.documents import FEED, INTERNAL, PUBLIC, ROOT, Channel, document
from tests.house.tree import product
from vangnet.assembly import CATALOGUES, SERVICES

CLOUDEVENTS = ROOT / "tests" / "contract" / "feed" / "cloudevents.schema.json"
PAGE = "bladzijde"
AT_MOST_ON_A_PAGE = 50


def complaints(channel: Channel, events: Iterable[dict[str, Any]]) -> list[str]:
    """What a channel does not allow in these events."""
    return [found for event in events for found in channel.complaints(event["type"], event)]


def made_in(service: str) -> set[str]:
    """The names of the classes that a service makes something of, somewhere in its code."""
    calls = [
        node
        for source in product(f"services/{service}")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    made = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    # The eraser makes what it is told to tell with.
    told = (call.args for call in calls if ast.unparse(call.func) == Telling.__name__)
    return made | {ast.unparse(each) for args in told for each in args}


def never_made(service: str, classes: Iterable[type[Event]]) -> set[str]:
    """The types of the events that no line of the service makes."""
    made = made_in(service)
    return {event_type(found.NAME) for found in classes if found.__name__ not in made}


@pytest.mark.parametrize("service", SERVICES)
def test_every_public_event_is_as_described(busy_town: dict[str, Emitted], service: str) -> None:
    """Type, envelope and data; a field that is not described would be one too many."""
    emitted = busy_town[service].public
    assert emitted
    assert complaints(Channel(document(service), PUBLIC), emitted) == []


@pytest.mark.parametrize("service", SERVICES)
def test_every_internal_message_is_as_described(
    busy_town: dict[str, Emitted], service: str
) -> None:
    """As the relay publishes it: to that topic, under the plan, with those headers."""
    channel = Channel(document(service), INTERNAL)
    records = busy_town[service].records
    assert len(records) == len(busy_town[service].public)
    for record in records:
        body, headers = json.loads(record.value), {k: v.decode() for k, v in record.headers}
        assert channel.complaints(body["type"], body, headers) == []
        assert (record.topic, record.key.decode()) == (channel.address, body["subject"])


@pytest.mark.parametrize("service", SERVICES)
def test_what_stands_for_an_event_that_cannot_be_translated_is_as_described(service: str) -> None:
    """It says where it stands, and no more."""
    ids = UUID(int=1), UUID(int=2)
    record = internal_record(service, Damaged(7, Reason.UNTRANSLATABLE, b"", *ids, 3))
    assert complaints(Channel(document(service), INTERNAL), [json.loads(record.value)]) == []


def test_headers_that_are_not_as_described_are_found(busy_town: dict[str, Emitted]) -> None:
    """A record without its place in the feed could not be followed."""
    body = busy_town["plans"].internal[0]
    channel = Channel(document("plans"), INTERNAL)
    assert channel.complaints(body["type"], body, {"content-type": "application/json"}) != []


@pytest.mark.parametrize("service", SERVICES)
def test_everything_is_a_cloudevent(busy_town: dict[str, Emitted], service: str) -> None:
    """Under the JSON schema that CloudEvents publishes, on both channels."""
    standard = Draft7Validator(json.loads(CLOUDEVENTS.read_bytes()))
    emitted = busy_town[service]
    for event in emitted.public + emitted.internal:
        assert [error.message for error in standard.iter_errors(event)] == []


@pytest.mark.parametrize("service", SERVICES)
def test_a_page_of_the_feed_is_as_described(busy_town: dict[str, Emitted], service: str) -> None:
    """The whole answer, with the cursor."""
    page = busy_town[service].page
    some = page | {"gebeurtenissen": page["gebeurtenissen"][:AT_MOST_ON_A_PAGE]}
    assert Channel(document(service), FEED).complaints(PAGE, some) == []


@pytest.mark.parametrize("service", SERVICES)
def test_every_type_that_is_described_can_be_emitted(
    busy_town: dict[str, Emitted], service: str
) -> None:
    """No case system waits for an event that never comes."""
    events = CATALOGUES[service].events.values()
    described = Channel(document(service), PUBLIC).types
    assert described == {event_type(event_class.NAME) for event_class in events}
    seen = {event["type"] for event in busy_town[service].public}
    assert seen and (described - seen) & never_made(service, events) == set()


@pytest.mark.parametrize("service", SERVICES)
def test_every_internal_type_that_is_described_is_of_an_event_that_there_is(service: str) -> None:
    """Or stands for what is kept inside, or for what could not be translated."""
    prefix = f"vangnet.{service}.internal.v1."
    topics = {name.removeprefix(prefix) for name in Channel(document(service), INTERNAL).types}
    assert topics - set(CATALOGUES[service].events) == {"bare", "untranslatable"}


def test_a_type_that_is_not_described_is_found(busy_town: dict[str, Emitted]) -> None:
    """An event that somebody adds to the code and not to the document, on both channels."""
    behind = copy.deepcopy(document("plans"))
    del behind["channels"][PUBLIC]["messages"]["plan-vastgesteld"]
    del behind["channels"][INTERNAL]["messages"]["intern-plan.activated"]
    public = complaints(Channel(behind, PUBLIC), busy_town["plans"].public)
    internal = complaints(Channel(behind, INTERNAL), busy_town["plans"].internal)
    assert set(public) == {f"{event_type('plan-vastgesteld')} is not documented"}
    assert set(internal) == {"vangnet.plans.internal.v1.plan.activated is not documented"}


def test_an_event_that_nobody_makes_is_found() -> None:
    """The check on what can be emitted can fail."""

    class PlanForgotten(Event, frozen=True):
        TOPIC = "plan.forgotten"
        NAME = "plan-vergeten"

    assert never_made("plans", [PlanForgotten]) == {event_type("plan-vergeten")}


@pytest.mark.parametrize(
    "wrong",
    [
        {"naam": "Mirjam"},
        {"data": {"planId": "x", "versie": 1, "gebeurdOp": "2026-03-01T12:00:00Z"}},
        {"time": "gisteren"},
        {"sequence": "42"},
        {"source": "urn:nld:oin:1:systeem:iemand-anders"},
    ],
)
def test_a_public_event_with_more_or_other_than_described_is_found(
    busy_town: dict[str, Emitted], wrong: dict[str, Any]
) -> None:
    """A name next to the data would be content; the rest no reader could rely on."""
    event = busy_town["plans"].public[0] | wrong
    assert complaints(Channel(document("plans"), PUBLIC), [event]) != []


def test_content_in_the_data_of_an_event_is_found_on_both_channels(
    busy_town: dict[str, Emitted],
) -> None:
    """What people wrote is never on the feed, nor between the services."""
    for name, emitted in (
        (PUBLIC, busy_town["plans"].public),
        (INTERNAL, busy_town["plans"].internal),
    ):
        leaky = copy.deepcopy(emitted[1])
        (leaky["data"].get("gegevens") or leaky["data"])["naam"] = "Mirjam"
        assert complaints(Channel(document("plans"), name), [leaky]) != []
