"""A town in which everything happens that can, with a canary word in every text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from opentelemetry.sdk.trace import ReadableSpan
from prometheus_client.core import Metric

from shared.feed.follower import Status
from shared.record.seal import Sealer
from shared.telemetry.relays import Relaying
from tests.integration.canary import abuse
from tests.integration.canary.script import play
from tests.integration.canary.stage import Stage, opened
from tests.integration.canary.test_canary import SCHEMAS, ids
from tests.integration.canary.words import Words
from tests.unit.telemetry.spans import Spans
from vangnet.hosting.observing import pages_of

SECONDS = 20.0


class Busy(NamedTuple):
    """What was seen of the town: its metrics, its spans, its routes and its canary words."""

    families: list[Metric]
    spans: list[ReadableSpan]
    routes: set[str]
    words: dict[str, str]


@contextmanager
def busy_town(folder: Path, seed: int) -> Iterator[Busy]:
    """Plays, with threads at the end, and looks."""
    spans, words = Spans(), Words(seed)
    with opened(folder, words, Sealer, spans.telemetry) as stage:
        play(stage)
        abuse.refused(stage), abuse.invalid(stage, SCHEMAS), abuse.looks(stage, ids(stage))
        abuse.strangers(stage)
        yield Busy(metrics(stage, spans), spans.all, routes(stage), words.all)
    spans.tracing.close()


def metrics(stage: Stage, spans: Spans) -> list[Metric]:
    """Every page of the metrics port, while everything runs."""
    telemetry = spans.telemetry
    # There are no brokers here: the figures of a relay are all that is wanted of one.
    relay = Relaying(lambda: Status(alarm="x", error="Rewound"), telemetry.relaying("plans"), int)
    pages = pages_of(telemetry, stage.town.services, stage.clock, relays=[relay])
    stage.town.start()
    until = time.monotonic() + SECONDS
    while len(telemetry.pulses.running) < 4 and time.monotonic() < until:
        time.sleep(0.01)
    return [family for page in pages.values() for family in page.collect()]


def routes(stage: Stage) -> set[str]:
    """The rules of all apps."""
    return {rule.rule for each in stage.town.services for rule in each.app.url_map.iter_rules()}
