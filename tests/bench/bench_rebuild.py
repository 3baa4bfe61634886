"""Following a feed and building it up again, against reading the same events."""

from __future__ import annotations

from contextlib import closing

from shared.feed.http import Http
from shared.feed.http_connections import Connections
from shared.feed.http_source import HttpSource
from shared.feed.rebuild import Rebuild
from shared.feed.source import Source
from shared.service.following import by_reading
from tests.bench.pair import Pair, opened_pair, rate, read_all
from tests.bench.report import Line, Report, line
from tests.bench.towns import processes
from vangnet.assembly import BASE_PATHS

_SAME = "same process"


def bench_rebuild(report: Report, backend: str, town: dict[str, str]) -> None:
    """Evaluations follows plans, and builds up what it followed of it again."""
    with opened_pair(town, lambda source, world: by_reading([source], world)) as pair:
        pair.fill()
        source = pair.plans.source
        floor = rate(pair.last, lambda: read_all(source))
        followed = rate(pair.last, lambda: _follow(pair))
        rebuilt = rate(pair.last, lambda: _rebuild(source, pair))
        report.add(
            _line(f"follower, {backend}, {_SAME}", followed, floor),
            _line(f"rebuild, {backend}, {_SAME}", rebuilt, floor),
        )
        # Plans is still open here, and nobody asks it anything.
        with processes(town) as services, closing(Connections()) as connections:
            services.start("plans")
            address = services.up["plans"].address + BASE_PATHS["plans"]
            far = HttpSource("plans", address, pair.token, Http(connections.pool))
            floor = rate(pair.last, lambda: read_all(far))
            rebuilt = rate(pair.last, lambda: _rebuild(far, pair))
            report.add(_line(f"rebuild, {backend}, over HTTP", rebuilt, floor))


def _line(name: str, events: float, floor: float) -> Line:
    return line(name, events, "events/s", ("reading the same feed", floor))


def _follow(pair: Pair) -> None:
    while pair.follower.step():
        pass


def _rebuild(source: Source, pair: Pair) -> None:
    for _ in Rebuild(source, pair.inbox).run():
        pass
