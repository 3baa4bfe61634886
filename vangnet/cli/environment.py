"""What the commands share: the settings of this environment."""

from __future__ import annotations

import os

from vangnet.settings import Deployment, read_settings


def deployment() -> Deployment:
    """The deployment that the environment asks for."""
    return read_settings(os.environ)
