"""What is shown when somebody asks, and what it costs."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

from prometheus_client import CollectorRegistry
from prometheus_client.core import Metric
from prometheus_client.samples import Sample

from shared.feed.digest import Digest
from shared.feed.follower import Status
from shared.proof.behind import Behind
from shared.service.service import Service
from shared.telemetry.digests import DigestCollector
from shared.telemetry.families import gauge
from shared.telemetry.outbox import Unsent
from shared.telemetry.proofs import Proofs
from shared.telemetry.records import Outboxes
from shared.telemetry.relays import RelayCollector, Relaying
from shared.telemetry.services import ServiceCollector
from shared.telemetry.telemetry import Telemetry

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def service(name: str, **parts: Any) -> Service:
    """A service of which only these parts are looked at."""
    return cast(Service, SimpleNamespace(name=name, **parts))


def samples(collector: Any) -> list[Sample]:
    """Everything that it shows."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(collector)
    return [sample for family in registry.collect() for sample in family.samples]


def numbers(collector: Any) -> dict[tuple[str, ...], float]:
    """The same by name and label values."""
    return {(s.name, *s.labels.values()): s.value for s in samples(collector)}


def names(services: Sequence[Service]) -> Iterable[Metric]:
    """A part that shows which services it was asked about."""
    metric = gauge("asked", "Asked.", ("service",))
    for each in services:
        metric.add_metric((each.name,), 1)
    return [metric]


def fails(services: Sequence[Service]) -> Iterable[Metric]:
    """A part of which the database is away."""
    raise ConnectionError


def test_a_part_that_cannot_be_asked_takes_no_other_along():
    """When a database is away, the rest is what one wants to see."""
    found = numbers(
        ServiceCollector([service("plans")], lambda name: True, [fails, names], [fails])
    )
    assert found["vangnet_asked", "plans"] == 1
    assert found[("vangnet_unmeasured",)] == 2


def test_what_only_the_leader_knows_is_told_by_the_leader_alone():
    """A standby would tell of the past, from when it led."""
    both = [service("plans"), service("evaluations")]
    found = numbers(ServiceCollector(both, lambda name: name == "plans", [], [names]))
    assert found["vangnet_leader", "plans"] == 1
    assert found["vangnet_leader", "evaluations"] == 0
    assert ("vangnet_asked", "evaluations") not in found


def test_the_oldest_notice_that_is_not_sent_is_told_by_its_age():
    """A state without any has an age of zero, so that an alert can end."""
    waiting = Unsent("retrying", 2, NOW - timedelta(minutes=5))
    notifying = service("notifications", unsent=lambda: [waiting, Unsent("failed", 0)])
    found = {
        (s.name, s.labels["state"]): s.value
        for metric in Outboxes(lambda: NOW)([notifying])
        for s in metric.samples
    }
    assert found == {
        ("vangnet_outbox_unsent", "retrying"): 2,
        ("vangnet_outbox_unsent", "failed"): 0,
        ("vangnet_outbox_oldest_seconds", "retrying"): 300,
        ("vangnet_outbox_oldest_seconds", "failed"): 0,
    }


class Counting:
    """An inbox that counts how often everything in it was read."""

    def __init__(self) -> None:
        self.read = 0

    def digest(self, source: str) -> Digest:
        """Reads everything."""
        self.read += 1
        return Digest(7, "ab" * 32)


def test_fingerprints_are_made_once_a_quarter_of_an_hour():
    """They read everything; who asks in between gets what was found."""
    inbox, now = Counting(), [0.0]
    followers = {"plans/0": None, "plans/1": None}
    following = service("notifications", inbox=inbox, followers=followers)
    collector = DigestCollector([following], lambda: now[0])
    for now[0] in (0.0, 899.0):
        found = samples(collector)
    assert inbox.read == 1
    (digest,) = [s for s in found if s.name == "vangnet_projection_digest_info"]
    assert digest.labels == {
        "service": "notifications", "source": "plans", "sha256": "ab" * 32
    }  # fmt: skip
    now[0] = 901.0
    samples(collector)
    assert inbox.read == 2


def test_a_relay_tells_how_far_it_is_and_what_is_wrong():
    """An operator sees which feed does not reach the brokers, and since when."""
    watch = Telemetry().relaying("plans")
    watch.errors, watch.waiting_since = 3, NOW - timedelta(seconds=90)
    status = Status(position=7, lag=2, error="Recreated", alarm="staat stil")
    found = numbers(RelayCollector([Relaying(lambda: status, watch, lambda: 4)], lambda: NOW))
    assert found == {
        ("vangnet_relay_position", "plans"): 7,
        ("vangnet_relay_unsent_events", "plans"): 2,
        ("vangnet_relay_oldest_seconds", "plans"): 90,
        ("vangnet_relay_alarm", "plans", "Recreated"): 1,
        ("vangnet_relay_errors_total", "plans"): 3,
        ("vangnet_relay_producers_total", "plans"): 4,
    }


def test_what_waits_for_its_signature_is_shown_per_log():
    """Integrity 2.8: 5 minutes is too long; of a log that was never signed there is no moment."""
    late = Behind(7, NOW - timedelta(minutes=6), NOW - timedelta(minutes=8))
    behind = {"record": late, "access": Behind(0, None, None)}
    proving = SimpleNamespace(behind=lambda: behind)
    found = numbers(
        ServiceCollector(
            [service("plans", proving=proving)], lambda name: True, [Proofs(lambda: NOW)], []
        )
    )
    assert found["vangnet_unsigned_events", "plans", "record"] == 7
    assert found["vangnet_unsigned_oldest_seconds", "plans", "record"] == 360
    assert found["vangnet_checkpoint_seconds", "plans", "record"] == 480
    assert found["vangnet_unsigned_oldest_seconds", "plans", "access"] == 0
    assert ("vangnet_checkpoint_seconds", "plans", "access") not in found
