"""Followers against feeds: what was published and is not there, and what else is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from services.evaluations import following as evaluations
from services.notifications import following as notifications
from shared.feed.alarm import Alarm
from shared.feed.cloudevents import to_cloudevent
from shared.feed.follower import Follower
from shared.feed.message import Message
from shared.service.service import Service
from vangnet.town import Town

_CHECKS = {
    "evaluations": evaluations.FOLLOWING.checks,
    "notifications": notifications.FOLLOWING.checks,
}
_ALL = 1_000_000
_MOST_STEPS = 10_000


class Following:
    """What one service has of one feed, and why it may have no more of it.

    ``whole``: it followed the feed itself to its end, and not parts of it over Kafka.
    """

    def __init__(
        self, service: Service, upstream: Service, whole: bool, alarm: Alarm | None = None
    ) -> None:
        self.name = f"{service.name} of {upstream.name}"
        self._alarm = alarm
        self._told = upstream.source.read(0, _ALL)
        understood = _CHECKS[service.name]
        messages = [m for m in self._told.deliveries if isinstance(m, Message)]
        self.published = [m for m in messages if m.type in understood]
        inbox: Any = service.inbox
        with inbox.rows(commit=False) as rows:
            self.followed: list[Message] = list(rows.followed(upstream.name))
        reached = inbox.place(upstream.name).position
        self._behind = self._told.last - reached if whole else 0
        self._parked = inbox.dead_letters()

    @property
    def missing(self) -> list[str]:
        """The messages that were published and are not in the inbox."""
        there = {message.id for message in self.followed}
        return [f"{self.name}: {m.id}" for m in self.published if m.id not in there]

    def wrong(self) -> Iterator[str]:
        """Everything else: an alarm, dead letters, not at the end, or not exactly what was told."""
        if self._alarm is not None:
            yield f"{self.name}: {self._alarm}"
        if self._parked:
            yield f"{self.name}: {self._parked}"
        if self._behind:
            yield f"{self.name}: {self._behind} behind the end of the feed"
        # As bytes, in order: in this process a list may still be a tuple.
        absent = self._absent()
        if _bytes(self.followed) != [b for b in _bytes(self.published) if b not in absent]:
            yield f"{self.name}: not exactly what was told, in its order"

    def _absent(self) -> set[bytes]:
        there = {message.id for message in self.followed}
        return set(_bytes([m for m in self.published if m.id not in there]))


def followings(town: Town, whole: bool) -> list[Following]:
    """Every service's following of every feed that it follows, as it stands."""
    return [
        Following(service, town.by_name[name], whole)
        for service in town.services
        for name in service.followers
    ]


def caught_up(town: Town) -> list[Following]:
    """The same, after each came as far as it could."""
    return [
        Following(service, town.by_name[name], True, _alarm(follower))
        for service in town.services
        for name, follower in service.followers.items()
    ]


def _alarm(follower: Follower) -> Alarm | None:
    try:
        for _ in range(_MOST_STEPS):
            if not follower.step():
                return None
    except Alarm as alarm:
        return alarm
    raise AssertionError("the follower never comes to the end of its feed")


def _bytes(messages: list[Message]) -> list[bytes]:
    return [to_cloudevent(message) for message in messages]
