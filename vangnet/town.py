"""A town: all services in one process, wired to one another (design section 8)."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from shared.feed.follower import Following
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.world import World
from vangnet.assembly import assemble, close_all, migrate_town
from vangnet.hosting.front import Front
from vangnet.hosting.leading import Leading, Work
from vangnet.hosting.leases import lease_of
from vangnet.hosting.running import run
from vangnet.hosting.signers import logs_of
from vangnet.hosting.signing import SIGNER, Signed, Signing
from vangnet.hosting.threads import Timer, tick_of
from vangnet.identity import DevelopmentIdentity
from vangnet.pages.root_page import page_headers, root_page

_MOST_ROUNDS = 10_000
# Makes the services, wired to one another, in the order in which they follow.
Assemble = Callable[[Settings, World, Callable[[], str]], list[Service]]


class Town:
    """The services on the stores in ``settings.folder``, which must have been migrated.

    ``service_token`` gives what services show one another; without it the development issuer
    signs. ``made`` makes them otherwise than with one world for all. Nothing runs until
    :meth:`start` or :meth:`step_all`. Use it with ``with``, or close it.
    """

    def __init__(
        self,
        settings: Settings,
        world: World,
        service_token: Callable[[], str] | None = None,
        made: Assemble = assemble,
    ) -> None:
        token = service_token or DevelopmentIdentity(settings, world.clock).service_token
        self.services: list[Service] = made(settings, world, token)
        self.by_name = {service.name: service for service in self.services}
        self._settings = settings
        self._world = world
        self._running: dict[str, Work] = {}
        self.wsgi = Front(
            {service.base_path: service.app for service in self.services},
            lambda: (
                root_page(self.services, development=not settings.production),
                page_headers(),
            ),
        )

    @staticmethod
    def migrate(settings: Settings, world: World) -> None:
        """Makes the stores that a town opens, or brings them up to this version."""
        migrate_town(settings, world.random_bytes)

    @property
    def followers(self) -> dict[str, Following]:
        """Every follower, as ``notifications/plans``: who follows whom, upstream first."""
        return {
            f"{service.name}/{name}": follower
            for service in self.services
            for name, follower in service.followers.items()
        }

    @property
    def timers(self) -> list[Timer]:
        """What is to be done on time."""
        return [timer for service in self.services for timer in service.timers]

    def start(self) -> None:
        """Lets followers and timers run in threads, until :meth:`close`."""
        for service in self.services:
            lease = lease_of(self._settings, service.name)
            tick = tick_of(self._settings)
            self._running[service.name] = run(service, self._world, lease, tick=tick)
        self._running[SIGNER] = self._signing()

    def signed_logs(self) -> list[Signed]:
        """What there is to sign of all services: their records, and who looked there."""
        of_each = (logs_of(each, self._settings, self._world) for each in self.services)
        return [signed for logs in of_each for signed in logs]

    def _signing(self) -> Work:
        world, lease = self._world, lease_of(self._settings, SIGNER)

        def work() -> Signing:
            return Signing(self.signed_logs(), world.log, world.telemetry)

        return work() if lease is None else Leading(lease, work, world.log)

    def leads(self, service: str) -> bool:
        """Whether it is this process that follows and keeps time for a service."""
        return service in self._running and self._running[service].leads

    def step_all(self) -> None:
        """Follows and does what is due, here and now, until nothing moves. Raises what goes wrong.

        Not while the threads run: a follower is one reader of its source.
        """
        for _ in range(_MOST_ROUNDS):
            followed = sum(follower.step() for follower in self.followers.values())
            if not followed + sum(timer(self._world.clock()) for timer in self.timers):
                return
        raise RuntimeError("the services keep one another busy and never come to rest")

    def sign_all(self) -> None:
        """Signs all logs, here and now, as the signer does every half minute."""
        Signing(self.signed_logs(), self._world.log, self._world.telemetry).stop()

    def close(self) -> None:
        """Stops the threads, if any, and closes every file. May be called more than once."""
        while self._running:
            self._running.popitem()[1].stop()
        close_all(self.services)

    def __enter__(self) -> Town:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
