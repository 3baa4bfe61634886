"""Who may have a service's data: one running process on files, and maintenance only alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import Protocol

from shared.record.errors import SettingsError
from shared.service.settings import Settings
from vangnet.assembly import SERVICES
from vangnet.hosting.leases import lease_of
from vangnet.hosting.lock import locked, locked_service


class Told(Protocol):
    """What whoever comes too late can read our address from."""

    def tell(self, address: str) -> None:
        """Where we answer."""
        ...


class _Nowhere:
    def tell(self, address: str) -> None:
        """Nobody comes too late: a database takes as many processes as there are."""


def running(settings: Settings, service: str | None = None) -> AbstractContextManager[Told]:
    """The right to run a service, or all of them, while this lasts. Raises Held."""
    if settings.database is not None:
        return nullcontext(_Nowhere())
    if service is None:
        return locked(settings.folder)
    return locked_service(settings.folder, service)


@contextmanager
def alone(settings: Settings, services: Iterable[str] = SERVICES) -> Iterator[None]:
    """The right to keep these services while nobody follows for them. Raises SettingsError."""
    names = tuple(services)
    with ExitStack() as stack:
        if settings.database is not None:
            for name in names:
                stack.enter_context(_leased(settings, name))
        elif names == SERVICES:
            stack.enter_context(locked(settings.folder))
        else:
            for name in names:
                stack.enter_context(locked_service(settings.folder, name))
        yield


@contextmanager
def _leased(settings: Settings, service: str) -> Iterator[None]:
    lease = lease_of(settings, service)
    if lease is None:
        yield
        return
    try:
        if not lease.try_take():
            raise SettingsError(
                f"Er draait een proces dat de dienst {service} bijhoudt. Stop alle processen van "
                f"deze dienst en probeer het opnieuw."
            )
        yield
    finally:
        lease.release()
