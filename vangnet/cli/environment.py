"""What the commands share: the settings of this environment, and the data behind its lock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from vangnet.lock import locked
from vangnet.opening import Opened, opened
from vangnet.settings import Deployment, read_settings


def deployment() -> Deployment:
    """The deployment that the environment asks for."""
    return read_settings(os.environ)


@contextmanager
def stopped_town() -> Iterator[Opened]:
    """The town, opened for maintenance: refused while another process has it."""
    found = deployment()
    with locked(found.settings.folder), opened(found) as town:
        yield town
