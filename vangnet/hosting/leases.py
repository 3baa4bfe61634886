"""The lease of a service, where more than one process may have its data open."""

from __future__ import annotations

from shared.record.postgres.lease import Lease
from shared.service.settings import Settings


def lease_of(settings: Settings, service: str) -> Lease | None:
    """The lease that says who follows; None where a lock on files says so already."""
    address = settings.database
    return None if address is None else Lease(address, f"vangnet {service}")
