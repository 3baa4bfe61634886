"""The page with every event of every service, made from the catalogues."""

from __future__ import annotations

from pathlib import Path

from shared.service.settings import Settings
from shared.web.cloud_event import Publisher
from shared.web.event_table import event_rows, event_table
from vangnet.assembly import BASE_PATHS, CATALOGUES

_HEAD = """\
# Gebeurtenissen

Wat er kan gebeuren, per dienst, en hoe het op de openbare feed staat. Nooit met inhoud: die staat
achter `dataref`, voor wie haar mag zien. Gemaakt met `vangnet events`; wijzig deze pagina niet met
de hand.
"""


def event_page() -> str:
    """The page as Markdown, the same on every machine."""
    return _HEAD + "".join(_part(service) for service in CATALOGUES)


def _part(service: str) -> str:
    settings = Settings(folder=Path())
    source = f"urn:nld:oin:{settings.oin}:systeem:vangnet-{service}"
    publisher = Publisher(source, settings.url + BASE_PATHS[service])
    table = event_table(event_rows(CATALOGUES[service], publisher))
    return f"\n# Dienst {service}\n\n{table}"
