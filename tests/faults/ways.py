"""The ways to be a process of a deployment: as it is meant, and with a fault planted in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from io import TextIOBase

from tests.faults.late_relay import relay_later
from tests.faults.lines import OPENED, Line, Serve, tell
from tests.faults.serving_faults import serve_tracking_first
from tests.faults.unclear_commits import serve_hopefully, serve_repeating, serve_unheard
from vangnet.serving import serve_alone
from vangnet.settings import Deployment, read_settings
from vangnet.transport.relaying import relay_alone

SERVE, RELAY = "serve", "relay"
TRACKS_FIRST, SENDS_LATER = "tracks-first", "sends-later"
UNHEARD, HOPES, REPEATS = "unheard", "hopes", "repeats"


def _relay(deployment: Deployment, service: str) -> None:
    relay_alone(deployment, service, again=False)


WAYS: Mapping[str, Callable[[Deployment, str], None]] = {
    SERVE: serve_alone,
    RELAY: _relay,
    TRACKS_FIRST: serve_tracking_first,
    UNHEARD: serve_unheard,
    HOPES: serve_hopefully,
    REPEATS: serve_repeating,
    SENDS_LATER: relay_later,
}


def serve(order: Serve) -> None:
    """The process, until it is ended."""
    with redirect_stdout(_Said(order.name)):
        WAYS[order.way](read_settings(order.environ), order.service)


class _Said(TextIOBase):
    """Where the commands print: that they are ready is told, in our form."""

    def __init__(self, name: str) -> None:
        self._name = name

    def write(self, text: str) -> int:
        if text.startswith("ready "):
            tell(Line(what=OPENED, name=self._name))
        return len(text)
