"""Metrics and traces hold names from the code, numbers and statuses: nothing about anybody."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from prometheus_client.core import Metric
from prometheus_client.samples import Sample

from services.notifications.sending.unsent import STATES
from shared.feed.alarm import Alarm
from shared.feed.delivery import Reason
from shared.proof.tables.checkpoints import ACCESS, RECORD
from tests.integration.canary.words import found_in
from tests.integration.telemetry.busy import Busy
from vangnet.assembly import CATALOGUES, SERVICES
from vangnet.hosting.signing import SIGNER

UUID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", re.I)
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ander"}
HEX = re.compile(r"[0-9a-f]{64}")


def allowed(label: str, routes: set[str]) -> set[str]:
    """Every value that a label may have; of a label that is not here: none."""
    threads = {"klok", "ondertekenaar", *(f"follow {name}" for name in SERVICES)}
    return {
        "service": {*SERVICES, SIGNER},
        "log": {RECORD, ACCESS},
        "source": set(SERVICES),
        "route": {*routes, "geen"},
        "method": METHODS,
        "status": {f"{n}xx" for n in range(1, 6)},
        "outcome": {"stored", "conflict", "unclear", "failed"},
        "kind": {kind.__name__ for kind in Alarm.__subclasses__()},
        "reason": {"none", *(reason.value for reason in Reason)},
        "state": set(STATES),
        "thread": threads,
    }.get(label, set())


def forbidden(families: list[Metric], routes: set[str]) -> Iterator[str]:
    """Every label value that nobody allowed."""
    for family in families:
        for sample in family.samples:
            yield from (f"{sample.name} {x}" for x in _wrong(sample, routes))


def _wrong(sample: Sample, routes: set[str]) -> Iterator[str]:
    for label, value in sample.labels.items():
        is_number = label == "le" and float(value) > 0
        is_digest = label == "sha256" and HEX.fullmatch(value)
        if not (is_number or is_digest or value in allowed(label, routes)):
            yield f"{label}={value}"
        if label != "sha256" and UUID.search(value):
            yield f"{label} holds an id"


def test_every_label_has_a_value_from_a_short_list(busy: Busy) -> None:
    """No id, no name, no path, no text: and no series more for every family."""
    assert len(busy.families) > 20
    assert list(forbidden(busy.families, busy.routes)) == []


def test_a_label_that_tells_something_is_found() -> None:
    """The check can fail: on an id, on a word, and on a label that nobody knows."""
    made = Metric("vangnet_x", "X.", "gauge")
    for labels in ({"service": "Noor"}, {"plan": "plans"}, {"route": f"/{'ab' * 16}"}):
        made.add_sample("vangnet_x", labels, 1)
    assert len(list(forbidden([made], set()))) == 4


def test_every_metric_has_our_prefix(busy: Busy) -> None:
    """So that they are found together, and collide with nobody's."""
    assert [f.name for f in busy.families if not f.name.startswith("vangnet_")] == []


def test_every_span_has_a_name_and_attributes_from_a_short_list(busy: Busy) -> None:
    """No event of its own, so no text of an exception; no id but those of the trace itself."""
    topics = {topic for catalogue in CATALOGUES.values() for topic in catalogue.events}
    names = {"append", *(f"follow {topic}" for topic in (*topics, "bare"))}
    names |= {f"{method} {rule}" for method in METHODS for rule in (*busy.routes, "geen")}
    assert len(busy.spans) > 200
    assert {span.name for span in busy.spans} <= names
    assert [span.name for span in busy.spans if span.events or span.links] == []
    for span in busy.spans:
        for key, value in (span.attributes or {}).items():
            assert _attribute(key, value, busy.routes), (span.name, key, value)


def _attribute(key: str, value: Any, routes: set[str]) -> bool:
    known: dict[str, set[Any]] = {
        "vangnet.service": set(SERVICES),
        "vangnet.source": set(SERVICES),
        "http.request.method": METHODS,
        "http.route": {*routes, "geen"},
        "http.response.status_code": set(range(200, 600)),
    }
    return value in known.get(key, set())


def test_no_word_that_anybody_wrote_is_in_a_span_or_a_metric(busy: Busy) -> None:
    """In no encoding, whatever went wrong in a request."""
    spans = "\n".join(span.to_json() for span in busy.spans)
    metrics = json.dumps([s.labels for family in busy.families for s in family.samples])
    told = {"spans": spans.encode(), "metrics": metrics.encode()}
    assert found_in(told, busy.words) == {}
    word = next(iter(busy.words))
    assert found_in({"spans": f"{spans} {word}".encode()}, busy.words) == {word: {"spans"}}
