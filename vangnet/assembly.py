"""Which services there are, what each follows, and how each is made wherever it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from services.evaluations import app as evaluations
from services.evaluations.domain import catalogue as evaluations_catalogue
from services.evaluations.views.looking import AskPlans
from services.notifications import app as notifications
from services.notifications.domain import catalogue as notifications_catalogue
from services.plans import app as plans
from services.plans.domain import catalogue as plans_catalogue
from shared.eventbase.catalogue import Catalogue
from shared.service.caught_up import Upstream
from shared.service.following import Follow, by_reading
from shared.service.neighbour import LocalNeighbour, Neighbour
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.store import Migrations, migrate_store
from shared.service.world import World
from vangnet.hosting.lock import LOCK_FILE
from vangnet.names import as_reader, names_from
from vangnet.own_versions import versions_from
from vangnet.upstreams import upstream_of

# A service stands after those that it follows. Each with its tables besides the shared ones.
OWN_MIGRATIONS: Mapping[str, Sequence[Migrations]] = {
    "plans": (),
    "evaluations": (),
    "notifications": notifications.OWN_MIGRATIONS,
}
SERVICES = tuple(OWN_MIGRATIONS)
FOLLOWS: Mapping[str, Sequence[str]] = {
    "plans": (),
    "evaluations": ("plans",),
    "notifications": ("plans", "evaluations"),
}
CATALOGUES: Mapping[str, Catalogue] = {
    "plans": plans_catalogue,
    "evaluations": evaluations_catalogue,
    "notifications": notifications_catalogue,
}
BASE_PATHS = {
    "plans": plans.BASE_PATH,
    "evaluations": evaluations.BASE_PATH,
    "notifications": notifications.BASE_PATH,
}


@dataclass(frozen=True, kw_only=True)
class Around:
    """What one service has around it: how it follows others, those to ask, its own token.

    ``neighbours``: the other services of which it is known where they are, by name.
    """

    follow: Follow
    neighbours: Mapping[str, Neighbour]
    token: Callable[[], str]


def migrate_town(
    settings: Settings,
    random_bytes: Callable[[int], bytes],
    services: Iterable[str] = SERVICES,
) -> None:
    """Makes the stores of these services, or brings them up to this version."""
    for service in services:
        migrate_store(settings, service, random_bytes, OWN_MIGRATIONS[service])


def has_stores(settings: Settings, services: Iterable[str] = SERVICES) -> bool:
    """Whether any of these services has something in its folder."""
    folders = [settings.folder_of(service) for service in services]
    return any(
        path.name != LOCK_FILE for folder in folders if folder.is_dir() for path in folder.iterdir()
    )


def make(service: str, settings: Settings, world: World, around: Around) -> Service:
    """One service on its migrated stores, with what it has around it."""
    if service == "plans":
        asks_others = {
            name: as_reader(neighbour, BASE_PATHS[name])
            for name, neighbour in around.neighbours.items()
        }
        return plans.create_app(settings, world, asks_others)
    asked = around.neighbours["plans"]
    names_of, upstreams = names_from(asked), _upstreams(service, around)
    if service == "evaluations":
        asks = AskPlans(names_of, versions_from(asked))
        return evaluations.create_app(settings, world, around.follow, asks, upstreams)
    return notifications.create_app(
        settings, world, around.follow, asked, around.token, names_of, upstreams
    )


def _upstreams(service: str, around: Around) -> Mapping[str, Upstream]:
    asked = around.neighbours
    known = [name for name in FOLLOWS[service] if name in asked]
    return {name: upstream_of(asked[name], BASE_PATHS[name]) for name in known}


def assemble(settings: Settings, world: World, token: Callable[[], str]) -> list[Service]:
    """All services in one process, each following those before it.

    When one of them cannot be made, those that were are closed.
    """
    made: dict[str, Service] = {}
    here = {name: _here(made, name) for name in SERVICES}
    try:
        for name in SERVICES:
            sources = [made[followed].source for followed in FOLLOWS[name]]
            others = {other: at for other, at in here.items() if other != name}
            around = Around(follow=by_reading(sources, world), neighbours=others, token=token)
            made[name] = make(name, settings, world, around)
    except BaseException:
        close_all(list(made.values()))
        raise
    return list(made.values())


def _here(made: Mapping[str, Service], name: str) -> Neighbour:
    return LocalNeighbour(lambda: made[name].app)


def close_all(services: Sequence[Service]) -> None:
    """Closes them, the followers before what they follow."""
    for service in reversed(services):
        service.close()
