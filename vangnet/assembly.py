"""Which services there are, and how they find one another in one process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from services.evaluations import app as evaluations
from services.evaluations.domain import catalogue as evaluations_catalogue
from services.notifications import app as notifications
from services.notifications.domain import catalogue as notifications_catalogue
from services.plans import app as plans
from services.plans.domain import catalogue as plans_catalogue
from shared.eventbase.catalogue import Catalogue
from shared.service.neighbour import LocalNeighbour
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.store import Migrations, migrate_store
from shared.service.world import World
from vangnet.names import names_from

# A service stands after those that it follows. Each with its tables besides the shared ones.
OWN_MIGRATIONS: Mapping[str, Sequence[Migrations]] = {
    "plans": (),
    "evaluations": (),
    "notifications": notifications.OWN_MIGRATIONS,
}
SERVICES = tuple(OWN_MIGRATIONS)
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


def migrate_town(settings: Settings, random_bytes: Callable[[int], bytes]) -> None:
    """Makes the stores of every service, or brings them up to this version."""
    for service, own in OWN_MIGRATIONS.items():
        migrate_store(settings.folder_of(service), random_bytes, own)


def has_stores(settings: Settings) -> bool:
    """Whether any service has something in its folder."""
    folders = [settings.folder_of(service) for service in SERVICES]
    return any(folder.is_dir() and any(folder.iterdir()) for folder in folders)


def assemble(settings: Settings, world: World, token: Callable[[], str]) -> list[Service]:
    """The services on their migrated stores, each following those before it.

    When one of them cannot be made, those that were are closed.
    """
    made: list[Service] = []
    try:
        made.append(plans.create_app(settings, world))
        neighbour = LocalNeighbour(lambda: made[0].app)
        feeds = [made[0].source]
        names_of = names_from(neighbour)
        made.append(evaluations.create_app(settings, world, feeds, names_of))
        feeds = [service.source for service in made]
        made.append(notifications.create_app(settings, world, feeds, neighbour, token, names_of))
    except BaseException:
        close_all(made)
        raise
    return made


def close_all(services: Sequence[Service]) -> None:
    """Closes them, the followers before what they follow."""
    for service in reversed(services):
        service.close()
