"""What is to be done with one delivery: the pure heart of every inbox."""

from __future__ import annotations

import enum
from collections.abc import Callable, Container, Mapping
from uuid import UUID

import msgspec

from shared.feed.delivery import Damaged, Delivery, Reason
from shared.feed.message import Message

# What a service understands, by message type. A check raises on a message that breaks its type's
# schema; a type without a check is of no interest to the service.
Checks = Mapping[str, Callable[[Message], None]]


class Outcome(enum.Enum):
    """What becomes of a delivery."""

    FOLLOWED = "followed"
    IGNORED = "ignored"
    DUPLICATE = "duplicate"
    PARKED = "parked"
    STOPPED = "stopped"


class Verdict(msgspec.Struct, frozen=True):
    """An outcome, and the reason for it when it is a bad one."""

    outcome: Outcome
    reason: Reason | None = None


class Judge(msgspec.Struct, frozen=True):
    """Decides on deliveries of one service's feed, before anything is written for them.

    ``head`` gives the last version taken of a stream, ``blocked`` holds the plans that have
    parked letters, behind which all else of them is parked too, so that their order is kept.
    """

    service: str
    checks: Checks
    head: Callable[[UUID], int]
    blocked: Container[UUID | None] = ()

    def __call__(self, delivery: Delivery) -> Verdict:
        if isinstance(delivery, Damaged) and delivery.plan_id is None:
            return Verdict(Outcome.STOPPED, delivery.reason)
        if isinstance(delivery, Message) and delivery.source != self.service:
            return Verdict(Outcome.PARKED, Reason.FOREIGN)
        return self._out_of_order(delivery) or self._in_order(delivery)

    def _out_of_order(self, delivery: Delivery) -> Verdict | None:
        next_version = self._next_version(delivery)
        if delivery.version is not None and delivery.version < next_version:
            return Verdict(Outcome.DUPLICATE)
        if delivery.plan_id in self.blocked:
            return Verdict(Outcome.PARKED, Reason.BEHIND)
        if delivery.version is not None and delivery.version > next_version:
            return Verdict(Outcome.STOPPED, Reason.GAP)
        return None

    def _next_version(self, delivery: Delivery) -> int:
        return 1 + (0 if delivery.stream_id is None else self.head(delivery.stream_id))

    def _in_order(self, delivery: Delivery) -> Verdict:
        if isinstance(delivery, Damaged):
            return Verdict(Outcome.PARKED, delivery.reason)
        return self._checked(delivery)

    def _checked(self, message: Message) -> Verdict:
        check = self.checks.get(message.type)
        if check is None:
            return Verdict(Outcome.IGNORED)
        try:
            check(message)
        except Exception:
            # Whatever a check trips over, the message is at fault: a retry gives the same.
            return Verdict(Outcome.PARKED, Reason.REFUSED)
        return Verdict(Outcome.FOLLOWED)
