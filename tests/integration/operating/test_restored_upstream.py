"""Whoever follows a service that was put back from a copy says so, and a rebuild sets it right."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from shared.feed.alarm import Alarm, Regrown, Rewound
from shared.feed.digest import Digest
from shared.feed.http import Http
from shared.feed.http_connections import Connections
from shared.feed.http_source import HttpSource
from shared.feed.ports import NoProjection
from shared.feed.rebuild import Rebuild
from shared.feed.source import Source
from tests.contract.feed.memory import MemoryInbox
from tests.integration.operating.deployments import back_to, copied, opens_dossiers
from tests.integration.postgres.conftest import MakeSettings
from tests.integration.postgres.seeded import PLANS, Seeded
from tests.integration.postgres.test_town_on_postgres import a_family_s_days
from tests.parts.web_server import served
from vangnet.assembly import SERVICES

ON = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]
FOLLOWERS = ("evaluations", "notifications")


def restored(
    settings_on: MakeSettings, kind: str, folder: Path, more: Callable[[Seeded], object]
) -> Seeded:
    """A town whose plans are of yesterday, while all who follow them are of today."""
    settings = settings_on(kind)
    at = Seeded(settings)
    a_family_s_days(at)
    yesterday = copied(settings, folder / "gisteren", *SERVICES)
    opens_dossiers(at, 3)
    at.town.step_all()
    back_to(at, settings, yesterday, "plans")
    more(at)
    return at


def rebuilt(at: Seeded, service: str, source: Source) -> Digest:
    """Follows a source anew, as ``vangnet rebuild`` does; the fingerprint of it."""
    inbox = at.town.by_name[service].inbox
    assert inbox is not None
    for _ in Rebuild(source, inbox).run():
        pass
    return inbox.digest(source.name)


def fresh(at: Seeded, service: str, source: Source) -> Digest:
    """The fingerprint of whoever never followed before."""
    inbox = at.town.by_name[service].inbox
    new = MemoryInbox(NoProjection(), inbox._checks)
    for _ in Rebuild(source, new).run():
        pass
    return new.digest(source.name)


def nothing(at: Seeded) -> None:
    """Nobody does anything after the restore."""


def another_day(at: Seeded) -> None:
    """More than was lost, and other dossiers."""
    opens_dossiers(at, 5)


@pytest.mark.parametrize("kind", ON)
@pytest.mark.parametrize(("more", "alarm"), [(nothing, Rewound), (another_day, Regrown)])
def test_every_follower_stands_still_until_it_is_rebuilt(
    settings_on: MakeSettings,
    tmp_path: Path,
    kind: str,
    more: Callable[[Seeded], object],
    alarm: type[Alarm],
) -> None:
    """Shorter than what was followed, or grown past it with other events: never in silence."""
    at = restored(settings_on, kind, tmp_path, more)
    source = at.town.by_name["plans"].source
    for name in FOLLOWERS:
        before = at.digests()[name]
        with pytest.raises(alarm, match="Bouw de gevolgde berichten dan opnieuw op"):
            at.town.by_name[name].followers["plans"].step()
        assert at.digests()[name] == before
        found = rebuilt(at, name, source)
        assert found == fresh(at, name, source)
        assert found.rows > 0
    opens_dossiers(at, 1)
    at.town.step_all()
    assert rebuilt(at, "evaluations", source) == fresh(at, "evaluations", source)
    at.town.close()


def test_it_is_seen_over_http_as_well(settings_on: MakeSettings, tmp_path: Path) -> None:
    """The page says what stands at a position now, as the record does."""
    at = restored(settings_on, "sqlite", tmp_path, another_day)
    plans = at.town.by_name["plans"]
    with served(plans.app) as address, closing(Connections()) as connections:
        http = Http(connections.pool)
        source = HttpSource("plans", address + PLANS, lambda: "dienst", http)
        inbox = at.town.by_name["notifications"].inbox
        assert inbox is not None
        batch = source.read(inbox.place("plans").position, 200)
        with pytest.raises(Regrown):
            inbox.take("plans", batch)
        assert rebuilt(at, "notifications", source) == fresh(at, "notifications", plans.source)
    at.town.close()


@pytest.mark.parametrize("kind", ON)
def test_a_follower_that_was_put_back_catches_up_by_itself(
    settings_on: MakeSettings, tmp_path: Path, kind: str
) -> None:
    """It is behind, and nothing is wrong."""
    settings = settings_on(kind)
    at = Seeded(settings)
    a_family_s_days(at)
    yesterday = copied(settings, tmp_path / "gisteren", *SERVICES)
    opens_dossiers(at, 3)
    at.town.step_all()
    today = at.digests()
    back_to(at, settings, yesterday, "evaluations")
    assert at.digests()["evaluations"].rows < today["evaluations"].rows
    at.town.by_name["evaluations"].followers["plans"].step()
    assert at.digests() == today
    at.town.close()
