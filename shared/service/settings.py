"""The settings of a deployment, all in one place; ``VANGNET_*`` in the environment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from shared.eventbase.terms import Threshold

# Per service, by name, what a threshold is from a day on.
Thresholds = Mapping[str, Mapping[str, tuple[Threshold, ...]]]
# What was erased is gone from every copy within a month.
Days = Annotated[int, msgspec.Meta(ge=1, le=30)]


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """How mail goes out. ``host`` None: no mail server is configured, and nothing is sent."""

    host: str | None = None
    port: int = 25
    sender: str = "veiligheidsplan@vangnet.example"
    starttls: bool = False
    user: str | None = None
    password: str | None = None


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """One deployment. ``folder`` holds a folder per service; ``oin`` is 20 digits.

    ``production`` refuses simulated clocks and development tokens. ``database`` is the PostgreSQL
    database of the events and ``key_database`` that of the keys (libpq addresses); without them
    everything is in SQLite, in ``folder``. ``terms``: per service the thresholds that hold instead
    of its own, each from a day on. ``witnesses``: a file naming who cosigns the logs.
    ``epoch_days``: the age at which an epoch key must be gone.
    """

    folder: Path
    database: str | None = None
    key_database: str | None = None
    production: bool = False
    simulated: bool = False
    url: str = "http://127.0.0.1:8080"
    issuer: str = "https://vangnet.example/ontwikkeling"
    audience: str = "vangnet"
    oin: str = "00000000000000000000"
    witnesses: Path | None = None
    epoch_days: Days = 30
    contact_name: str = "Beheer Vangnet"
    contact_email: str = "beheer@vangnet.example"
    contact_url: str = "https://vangnet.example/contact"
    mail: Mail = Mail()
    terms: Thresholds = {}

    def folder_of(self, service: str) -> Path:
        """Where a service keeps its stores."""
        return self.folder / service
