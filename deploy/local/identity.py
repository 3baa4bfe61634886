"""One development key for all services, in place of the identity provider."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from shared.access.development import KEY_FILE, DevelopmentIssuer
from shared.service.settings import Settings

# Empty is not set: then the issuer is our own, and production settings would refuse it.
SETTINGS = {
    "VANGNET_PRODUCTION": "0",
    "VANGNET_ISSUER": "",
    "VANGNET_AUDIENCE": "",
    "VANGNET_KEYS": "",
    "VANGNET_SERVICE_TOKEN": "",
}


def share_key(home: Path, folders: Iterable[Path]) -> None:
    """Puts the same key, made in ``home`` if need be, in each of these folders."""
    made = Settings(folder=home)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    DevelopmentIssuer(
        home, made.issuer, made.audience, lambda: datetime.now(UTC), uuid4, production=False
    )
    for folder in folders:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (folder / KEY_FILE).exists():
            os.link(home / KEY_FILE, folder / KEY_FILE)
