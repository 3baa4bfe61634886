"""The settings of one broker of a local cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_LISTENERS = ("PLAINTEXT", "PROXIED", "CONTROLLER")


@dataclass(frozen=True)
class Seat:
    """One broker's number, and its ports on 127.0.0.1.

    ``proxied``: a port for what stands between a client and this broker, and the port of that
    proxy, to which clients that come by it are sent again.
    """

    number: int
    port: int
    controller: int
    proxied: tuple[int, int] | None = None


def properties(seat: Seat, seats: Sequence[Seat], data: Path) -> str:
    """The text of its ``server.properties``: broker and controller in one."""
    found = _listening(seat, seats) | {"log.dirs": str(data)} | _copies(len(seats)) | _SMALL
    return "".join(f"{name}={value}\n" for name, value in found.items())


def _listening(seat: Seat, seats: Sequence[Seat]) -> dict[str, str]:
    voters = ",".join(f"{each.number}@127.0.0.1:{each.controller}" for each in seats)
    control = f",CONTROLLER://127.0.0.1:{seat.controller}"
    plain = f"PLAINTEXT://127.0.0.1:{seat.port}"
    behind, proxy = (f",PROXIED://127.0.0.1:{port}" for port in seat.proxied or (0, 0))
    return {
        "process.roles": "broker,controller",
        "node.id": str(seat.number),
        "controller.quorum.voters": voters,
        "controller.listener.names": "CONTROLLER",
        "listeners": plain + (behind if seat.proxied else "") + control,
        "advertised.listeners": plain + (proxy if seat.proxied else ""),
        "listener.security.protocol.map": ",".join(f"{name}:PLAINTEXT" for name in _LISTENERS),
        "inter.broker.listener.name": "PLAINTEXT",
    }


def _copies(brokers: int) -> dict[str, str]:
    copies, in_sync = str(min(3, brokers)), str(min(2, brokers))
    return {
        "default.replication.factor": copies,
        "min.insync.replicas": in_sync,
        "offsets.topic.replication.factor": copies,
        "transaction.state.log.replication.factor": copies,
        "transaction.state.log.min.isr": in_sync,
        "share.coordinator.state.topic.replication.factor": copies,
        "share.coordinator.state.topic.min.isr": in_sync,
        "unclean.leader.election.enable": "false",
    }


# For a machine that does other things too; what is not about size keeps surprises away.
_SMALL: Mapping[str, str] = {
    "auto.create.topics.enable": "false",
    # One that was killed is missed, and taken back, within seconds.
    "broker.session.timeout.ms": "3000",
    "broker.heartbeat.interval.ms": "500",
    "offsets.topic.num.partitions": "4",
    "transaction.state.log.num.partitions": "4",
    "group.initial.rebalance.delay.ms": "0",
    "log.cleaner.dedupe.buffer.size": "2097152",
    "num.network.threads": "2",
    "num.io.threads": "2",
}
