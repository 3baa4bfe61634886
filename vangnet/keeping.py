"""Services opened to be kept: rebuilt, or rid of dead letters, while nobody follows for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import msgspec

from shared.feed.inbox import Inbox
from shared.feed.source import Source
from vangnet.alone import opened_alone
from vangnet.assembly import FOLLOWS, SERVICES
from vangnet.hosting.holding import alone
from vangnet.opening import opened
from vangnet.settings import Deployment


class Kept(msgspec.Struct, frozen=True):
    """A service that follows others: its inbox, and their whole feeds."""

    service: str
    inbox: Inbox
    feeds: Sequence[Source]


@contextmanager
def kept(deployment: Deployment, only: str | None = None) -> Iterator[list[Kept]]:
    """Those that follow others, or ``only`` that one. Raises SettingsError while one is running.

    Services that run apart are taken one by one, and read over HTTP what they follow.
    """
    names, apart = _following(only), _apart(deployment)
    opening = opened_apart if apart else opened_together
    with (
        alone(deployment.settings, names if apart else SERVICES),
        opening(deployment, names) as found,
    ):
        yield found


@contextmanager
def watched(deployment: Deployment) -> Iterator[list[Kept]]:
    """All that follow others, to look at and to change nothing of: who runs them goes on."""
    opening = opened_apart if _apart(deployment) else opened_together
    with opening(deployment, _following(None)) as found:
        yield found


def _following(only: str | None) -> list[str]:
    return [name for name in SERVICES if FOLLOWS[name] and only in (None, name)]


def _apart(deployment: Deployment) -> bool:
    return deployment.running.plans_url is not None


@contextmanager
def opened_together(deployment: Deployment, names: Sequence[str]) -> Iterator[list[Kept]]:
    """These services in one process with those that they follow."""
    with opened(deployment) as town:
        by_name = town.town.by_name
        yield [
            Kept(name, inbox, [by_name[followed].source for followed in FOLLOWS[name]])
            for name in names
            if (inbox := by_name[name].inbox) is not None
        ]


@contextmanager
def opened_apart(deployment: Deployment, names: Sequence[str]) -> Iterator[list[Kept]]:
    """These services, each following those that run elsewhere."""
    with ExitStack() as stack:
        found = []
        for name in names:
            opened = stack.enter_context(opened_alone(deployment, name, follow=False))
            if opened.service.inbox is not None:
                found.append(Kept(name, opened.service.inbox, opened.feeds()))
        yield found
