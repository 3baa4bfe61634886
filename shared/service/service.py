"""A service as whoever runs it sees it: a web app, what to follow, and what to do on time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import Flask

from shared.access.log import AccessLog
from shared.feed.follower import Following
from shared.feed.inbox import Inbox
from shared.feed.source import Source
from shared.record.acting import Acting
from shared.service.proving import Proving
from shared.telemetry.outbox import Unsent


@dataclass(frozen=True, kw_only=True)
class Service:
    """One service, wired and not running: it starts no threads.

    ``source`` is its feed for other services and ``public(after, limit)`` what anybody may know
    of it, as CloudEvents; ``followers`` keep its inbox up with theirs,
    by the name of what is followed, and ``timers`` do what is due at a moment. ``unsent`` says
    what it intended to send and did not. ``proving`` is what it signs of its log, and
    ``access_log`` who looked.
    """

    name: str
    base_path: str
    app: Flask
    acting: Acting
    source: Source
    public: Callable[[int, int], Sequence[dict[str, Any]]]
    close: Callable[[], None]
    proving: Proving
    access_log: AccessLog
    inbox: Inbox | None = None
    followers: Mapping[str, Following] = field(default_factory=dict)
    timers: Sequence[Callable[[datetime], int]] = ()
    unsent: Callable[[], Sequence[Unsent]] = lambda: ()
