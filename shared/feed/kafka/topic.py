"""A topic of a service: its name, and what it must be like."""

from __future__ import annotations

from uuid import UUID

import msgspec

# Weeks: long enough for a follower that was away, short of what the event store is for.
RETENTION_MS = 28 * 24 * 3600 * 1000
# Room for a message of the largest size with its headers, and for none of another kind.
MOST_BYTES = 128 * 1024


def internal_topic(service: str) -> str:
    """Full internal messages, for the other services."""
    return f"vangnet.{service}.internal.v1"


def public_topic(service: str) -> str:
    """Thin public CloudEvents, as the pull feed gives them."""
    return f"vangnet.{service}.v1"


class Wanted(msgspec.Struct, frozen=True):
    """How topics are made. ``partitions`` never changes: a plan would get a second one."""

    partitions: int = 6
    replication: int = 3

    @property
    def configs(self) -> dict[str, str]:
        """What a topic is told. Never compacted: that would take events out of a plan's history."""
        return {
            "cleanup.policy": "delete",
            "retention.ms": str(RETENTION_MS),
            "min.insync.replicas": "2" if self.replication >= 3 else "1",
            "unclean.leader.election.enable": "false",
            "max.message.bytes": str(MOST_BYTES),
        }


class Topic(msgspec.Struct, frozen=True):
    """A topic as it is: ``id`` is another one once it was removed and made again."""

    name: str
    id: UUID
    partitions: int
